package dev.rampart.local.tables.constraint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How violations show values that are more than text. */
final class Shown {

  private Shown() {}

  static String value(JsonNode value) {
    if (value.isArray()) {
      return list(value, Shown::value);
    }
    if (value.isObject()) {
      return value.properties().stream()
          .map(e -> e.getKey() + "=" + value(e.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.asText();
  }

  static String list(JsonNode list, Function<JsonNode, String> element) {
    return list.valueStream().map(element).collect(Collectors.joining(", ", "[", "]"));
  }

  static String structure(String name, JsonNode value) {
    return value.properties().stream()
        .map(e -> Location.lowerFirst(e.getKey()) + "=" + value(e.getValue()))
        .collect(Collectors.joining(", ", name + "(", ")"));
  }
}
