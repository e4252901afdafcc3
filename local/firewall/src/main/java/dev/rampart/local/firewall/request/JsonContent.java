package dev.rampart.local.firewall.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys and values of a JSON body, in their order, up to the first fault.
 *
 * @param isValid whether the whole body is one JSON document
 */
public record JsonContent(List<JsonElement> elements, boolean isValid) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Longer pointers are cut; what lies so deep is still inspected, but no path names it. */
  private static final int POINTER_CHARS_MAX = 512;

  static JsonContent of(String body) {
    List<JsonElement> elements = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(ByteText.bytes(body))) {
      boolean isValid = readAll(parser, elements);
      return new JsonContent(List.copyOf(elements), isValid);
    } catch (IOException _) {
      return new JsonContent(List.copyOf(elements), false);
    }
  }

  private static boolean readAll(JsonParser parser, List<JsonElement> elements) throws IOException {
    JsonPlace place = new JsonPlace(POINTER_CHARS_MAX);
    int documents = 0;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      switch (token) {
        case FIELD_NAME -> {
          place.member(parser.currentName());
          elements.add(place.key(ByteText.of(parser.currentName())));
        }
        case START_OBJECT -> place.enter(false);
        case START_ARRAY -> place.enter(true);
        case END_OBJECT, END_ARRAY -> place.leave();
        default -> elements.add(place.value(ByteText.of(parser.getText())));
      }
      if (place.isAtRoot() && token != JsonToken.FIELD_NAME) {
        documents++;
      }
    }
    return documents == 1;
  }
}
