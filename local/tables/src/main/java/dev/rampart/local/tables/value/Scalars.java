package dev.rampart.local.tables.value;

import static dev.rampart.local.tables.value.Refusals.unreadable;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the scalars of a request and refuses JSON of another type in the words of the service. */
public final class Scalars {

  private Scalars() {}

  /** Returns a text. */
  public static String text(JsonNode json) {
    if (json.isTextual()) {
      return wellFormed(json.textValue());
    }
    throw unreadable(notConvertible(json, "String"));
  }

  /**
   * Returns a text, or refuses it if it has half of a surrogate pair, as an escape in JSON can make
   * one: no UTF-8 stands for that, so it could not be given back.
   */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isSurrogatePair(c, text.charAt(i))) {
          throw unreadable(
              "A text is not valid Unicode: a surrogate stands without its other half");
        }
      }
    }
    return text;
  }

  /** Returns a truth value. */
  public static boolean flag(JsonNode json) {
    if (json.isBoolean()) {
      return json.booleanValue();
    }
    throw unreadable(
        json.isNumber()
            ? notConvertible(json, "Boolean")
            : "Unexpected token received from parser");
  }

  /** Returns a whole number of 32 bits, which is what the service calls an integer. */
  public static int whole(JsonNode json) {
    if (json.isNumber() && json.canConvertToInt()) {
      return json.intValue();
    }
    throw unreadable(notConvertible(json, "Integer"));
  }

  private static String notConvertible(JsonNode json, String type) {
    return switch (json.getNodeType()) {
      case BOOLEAN ->
          (json.booleanValue() ? "TRUE" : "FALSE") + "_VALUE cannot be converted to " + type;
      case NUMBER ->
          (json.isIntegralNumber() ? "NUMBER" : "DECIMAL")
              + "_VALUE cannot be converted to "
              + type;
      case STRING -> "STRING_VALUE cannot be converted to " + type;
      case ARRAY -> "Unrecognized collection type class java.lang." + type;
      default -> "Start of structure or map found where not expected";
    };
  }
}
