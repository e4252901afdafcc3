package dev.rampart.local.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/**
 * Reads JSON whose names are not too long together. Each name of an object is compared with others
 * when it is put into a map, and with many of them if a client chose them to have the same hash.
 */
final class NameLimitedParser extends JsonParserDelegate {
  /**
   * Far more than the names of 25 items of 400 KB usually have, and read in a fifth of a second.
   */
  private static final int CHARS_MAX = 4 * 1024 * 1024;

  private long chars;

  NameLimitedParser(JsonParser parser) {
    super(parser);
  }

  @Override
  public JsonToken nextToken() throws IOException {
    JsonToken token = super.nextToken();
    if (token == JsonToken.FIELD_NAME) {
      chars += delegate.currentName().length();
      if (chars > CHARS_MAX) {
        throw new StreamConstraintsException(
            "The names of the document have more than " + CHARS_MAX + " characters together.");
      }
    }
    return token;
  }
}
