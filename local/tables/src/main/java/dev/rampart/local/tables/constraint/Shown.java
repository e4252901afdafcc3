package dev.rampart.local.tables.constraint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes values as violations show them, up to a length. Nothing after that is visited, and as each
 * level of a value writes at least one character, the length bounds the depth too.
 */
final class Shown {
  /**
   * How many characters of a value are shown: a batch or transaction just over its limit is shown
   * whole if its items are small, and ten such values do not burden the memory.
   */
  static final int LENGTH_MAX = 16 * 1024;

  private static final String OMISSION = "...";

  private final StringBuilder text = new StringBuilder();

  private Shown() {}

  /** Returns a value of any type. */
  static String value(JsonNode value) {
    return new Shown().add(value).result();
  }

  /** Returns a list of structures of a type, each with the members that are there. */
  static String structures(String type, JsonNode list) {
    Shown shown = new Shown();
    shown.append("[");
    Iterator<JsonNode> elements = list.iterator();
    for (String gap = ""; elements.hasNext() && shown.hasRoom(); gap = ", ") {
      shown.append(gap).append(type).append("(");
      shown.addMembers(elements.next(), true).append(")");
    }
    return shown.append("]").result();
  }

  /** Returns a text, without its end if it is too long. */
  static String cut(String text) {
    return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX) + OMISSION;
  }

  private Shown add(JsonNode value) {
    if (value.isArray()) {
      append("[");
      Iterator<JsonNode> elements = value.iterator();
      for (String gap = ""; elements.hasNext() && hasRoom(); gap = ", ") {
        append(gap).add(elements.next());
      }
      return append("]");
    }
    if (value.isObject()) {
      return append("{").addMembers(value, false).append("}");
    }
    return append(value.asText());
  }

  private Shown addMembers(JsonNode object, boolean smallInitials) {
    Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
    for (String gap = ""; members.hasNext() && hasRoom(); gap = ", ") {
      Map.Entry<String, JsonNode> member = members.next();
      String name = member.getKey();
      append(gap).append(smallInitials ? Location.lowerFirst(name) : name).append("=");
      add(member.getValue());
    }
    return this;
  }

  private boolean hasRoom() {
    return text.length() <= LENGTH_MAX;
  }

  /** Appends a text, of which no more is kept than tells that the result is too long. */
  private Shown append(String part) {
    int room = LENGTH_MAX + 1 - text.length();
    text.append(part, 0, Math.min(part.length(), room));
    return this;
  }

  private String result() {
    return cut(text.toString());
  }
}
