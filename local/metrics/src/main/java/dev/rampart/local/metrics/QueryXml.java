package dev.rampart.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.Collectors;

/** Writes a JSON answer as the Query protocol's XML. */
final class QueryXml {
  private QueryXml() {}

  static String element(String start, String content) {
    int end = start.indexOf(' ');
    return "<" + start + ">" + content + "</" + (end < 0 ? start : start.substring(0, end)) + ">";
  }

  static String text(String name, String value) {
    return element(name, value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
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
          name,
          value
              .valueStream()
              .map(
                  element ->
                      element.isObject()
                          ? element("member", members(element))
                          : text("member", scalar(name, element)))
              .collect(Collectors.joining()));
    }
    return text(name, scalar(name, value));
  }

  /** Times are seconds in JSON and RFC 3339 here. */
  private static String scalar(String name, JsonNode value) {
    return name.startsWith("Timestamp")
        ? Instant.ofEpochSecond(value.asLong()).toString()
        : value.asText();
  }
}
