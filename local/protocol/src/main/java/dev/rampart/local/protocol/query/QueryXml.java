package dev.rampart.local.protocol.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * Writes a JSON answer as the query protocol's XML. The elements of a list are named {@code
 * member}, or {@code entry} if they are the {@code key} and {@code value} of a map.
 */
final class QueryXml {
  private QueryXml() {}

  static String element(String start, String content) {
    int end = start.indexOf(' ');
    return "<" + start + ">" + content + "</" + (end < 0 ? start : start.substring(0, end)) + ">";
  }

  /** Returns an element with a text; what XML cannot hold becomes a question mark. */
  static String text(String name, String value) {
    return element(
        name,
        value
            .replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?")
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;"));
  }

  static String members(JsonNode object) {
    return object
        .propertyStream()
        .map(member -> member(member.getKey(), member.getValue()))
        .collect(Collectors.joining());
  }

  private static String member(String name, JsonNode value) {
    if (value.isObject()) {
      return element(name, members(value));
    }
    if (value.isArray()) {
      return element(
          name, value.valueStream().map(each -> listed(name, each)).collect(Collectors.joining()));
    }
    return text(name, scalar(name, value));
  }

  private static String listed(String name, JsonNode value) {
    if (!value.isObject()) {
      return text("member", scalar(name, value));
    }
    boolean isMap = value.size() == 2 && value.has("key") && value.has("value");
    return element(isMap ? "entry" : "member", members(value));
  }

  /** Times are seconds in JSON and RFC 3339 here. */
  private static String scalar(String name, JsonNode value) {
    return value.isNumber() && name.contains("Timestamp")
        ? Instant.ofEpochMilli(Math.round(value.asDouble() * 1000)).toString()
        : value.asText();
  }
}
