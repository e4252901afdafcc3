package dev.rampart.adapter.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Reads the members of one JSON object and notes whether any had the wrong type or length. Unknown
 * members are ignored.
 */
final class JsonMembers {
  private final JsonNode object;
  private boolean wrong;

  JsonMembers(JsonNode object) {
    this.object = object;
    this.wrong = !object.isObject();
  }

  /** Returns whether anything that was read so far was wrong. */
  boolean wrong() {
    return wrong;
  }

  /** Returns the object of that name; one without members if it is absent. */
  JsonMembers child(String name) {
    return new JsonMembers(
        object.has(name) ? object.path(name) : JsonNodeFactory.instance.objectNode());
  }

  Optional<String> text(String name, int lengthMax) {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    String text = value.textValue();
    if (text == null || text.isEmpty() || text.length() > lengthMax) {
      wrong = true;
      return Optional.empty();
    }
    return Optional.of(text);
  }

  OptionalDouble number(String name, double min, double max) {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return OptionalDouble.empty();
    }
    if (!value.isNumber() || !(value.doubleValue() >= min && value.doubleValue() <= max)) {
      wrong = true;
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value.doubleValue());
  }

  OptionalLong integer(String name, long min, long max) {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return OptionalLong.empty();
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < min
        || value.longValue() > max) {
      wrong = true;
      return OptionalLong.empty();
    }
    return OptionalLong.of(value.longValue());
  }

  /** Notes a fault if a text that is present could not be parsed; returns what was parsed. */
  <T> Optional<T> valid(Optional<T> parsed, Optional<String> text) {
    wrong |= text.isPresent() && parsed.isEmpty();
    return parsed;
  }
}
