package dev.rampart.local.identity.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of a form or a query, read strictly: a field that comes twice is refused. */
public record Form(Map<String, String> fields) {
  private static final int FIELDS_MAX = 50;

  public Form {
    fields = Map.copyOf(fields);
  }

  /**
   * Reads {@code a=1&b=2}.
   *
   * @throws BadRequest if an escape is broken, text is not UTF-8, or a name comes twice
   */
  public static Form parse(String raw) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (fields.put(name, value) != null) {
        throw new BadRequest("A parameter comes twice.");
      }
      if (fields.size() > FIELDS_MAX) {
        throw new BadRequest("There are more than " + FIELDS_MAX + " parameters.");
      }
    }
    return new Form(fields);
  }

  /** Returns a field; an empty one counts as absent. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
  }

  private static String decode(String raw) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        bytes.write(hex(raw, i + 1));
        i += 2;
      } else if (c > 0x7e || c < 0x20) {
        throw new BadRequest("A parameter holds a character that has to be escaped.");
      } else {
        bytes.write(c == '+' ? ' ' : c);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException _) {
      throw new BadRequest("A parameter is not UTF-8.");
    }
  }

  private static int hex(String raw, int at) {
    int high = at < raw.length() ? digit(raw.charAt(at)) : -1;
    int low = at + 1 < raw.length() ? digit(raw.charAt(at + 1)) : -1;
    if (high < 0 || low < 0) {
      throw new BadRequest("A parameter holds a broken escape.");
    }
    return high * 16 + low;
  }

  private static int digit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }
}
