package dev.rampart.local.posture;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A part of the template broken, and the rule that has to notice.
 *
 * <p>A step {@code Name=value} of a way picks the element of a list with that member, so that a
 * break outlives a new order of the list.
 *
 * @param what for the name of the test
 */
record Break(String rule, String what, Consumer<ObjectNode> change) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PROPERTIES = "/Properties/";

  /**
   * Sets a property of a resource, or of an element of a list.
   *
   * @param at the way to it from the properties, as a JSON pointer without its first slash
   * @param json the new value
   */
  static Break put(String rule, String logicalId, String at, String json) {
    return new Break(
        rule,
        logicalId + "/" + at + " = " + json,
        template -> set(template, pointer(template, logicalId + PROPERTIES + at), read(json)));
  }

  /** Gives a member of an object another name, for example an operator of a condition. */
  static Break rename(String rule, String logicalId, String at, String name) {
    return new Break(
        rule,
        logicalId + "/" + at + " renamed " + name,
        template -> {
          JsonPointer old = pointer(template, logicalId + PROPERTIES + at);
          JsonNode value = template.at(old);
          remove(template, old);
          set(template, old.head().appendProperty(name), value);
        });
  }

  /** Adds an element to a list. */
  static Break append(String rule, String logicalId, String at, String json) {
    return new Break(
        rule,
        logicalId + "/" + at + " + " + json,
        template -> append(template, pointer(template, logicalId + PROPERTIES + at), read(json)));
  }

  /** Removes a property of a resource, or an element of a list. */
  static Break drop(String rule, String logicalId, String at) {
    return new Break(
        rule,
        logicalId + "/" + at + " dropped",
        template -> remove(template, pointer(template, logicalId + PROPERTIES + at)));
  }

  /** Sets what stands beside the properties of a resource, such as its deletion policy. */
  static Break beside(String rule, String logicalId, String member, String json) {
    return new Break(
        rule,
        logicalId + " " + member + " = " + json,
        template -> set(template, pointer(template, logicalId + "/" + member), read(json)));
  }

  /** Removes a resource. */
  static Break without(String rule, String logicalId) {
    return new Break(
        rule, logicalId + " removed", template -> remove(template, pointer(template, logicalId)));
  }

  /** Gives all resources of a type another one, so that what refers to them still does. */
  static Break withoutType(String rule, String type) {
    return new Break(
        rule,
        "no " + type,
        template -> {
          for (JsonNode resource : template.path("Resources")) {
            if (resource instanceof ObjectNode object
                && object.path("Type").asText().equals(type)) {
              object.put("Type", "Custom::Other");
            }
          }
        });
  }

  /** Adds a resource. */
  static Break with(String rule, String logicalId, String json) {
    return new Break(
        rule,
        logicalId + " added",
        template -> template.withObjectProperty("Resources").set(logicalId, read(json)));
  }

  /** Replaces a part of a text, also of the pattern of a {@code Fn::Sub}. */
  static Break text(String rule, String logicalId, String at, String old, String now) {
    return new Break(
        rule,
        logicalId + "/" + at + " with " + now + " for " + old,
        template -> {
          JsonPointer place = pointer(template, logicalId + PROPERTIES + at);
          JsonPointer text = textAt(template, place);
          String before = template.at(text).asText();
          if (!before.contains(old)) {
            throw new IllegalArgumentException(text + " has no " + old);
          }
          set(template, text, JsonNodeFactory.instance.textNode(before.replace(old, now)));
        });
  }

  private static JsonPointer textAt(ObjectNode template, JsonPointer place) {
    JsonPointer pattern = place.appendProperty("Fn::Sub");
    return Stream.of(pattern, pattern.appendIndex(0))
        .filter(at -> template.at(at).isTextual())
        .findFirst()
        .orElse(place);
  }

  /** Sets a member of a section of the template. */
  static Break section(String rule, String at, String json) {
    return new Break(
        rule,
        at + " = " + json,
        template -> set(template, JsonPointer.compile("/" + at), read(json)));
  }

  private static JsonPointer pointer(ObjectNode template, String at) {
    JsonPointer found = JsonPointer.compile("/Resources");
    for (String step : at.split("/", -1)) {
      found =
          template.at(found) instanceof ArrayNode list && step.contains("=")
              ? found.appendIndex(index(list, step))
              : found.append(JsonPointer.compile("/" + step));
    }
    return found;
  }

  private static int index(ArrayNode list, String step) {
    String[] picked = step.split("=", 2);
    for (int i = 0; i < list.size(); i++) {
      if (list.path(i).path(picked[0]).asText().equals(picked[1])) {
        return i;
      }
    }
    throw new IllegalArgumentException("there is no " + step);
  }

  private static void append(ObjectNode template, JsonPointer at, JsonNode value) {
    if (template.at(at) instanceof ArrayNode list) {
      list.add(value);
    } else {
      throw new IllegalArgumentException("there is no list " + at);
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static void set(ObjectNode template, JsonPointer at, JsonNode value) {
    switch (template.at(at.head())) {
      case ObjectNode object -> object.set(at.last().getMatchingProperty(), value);
      case ArrayNode array -> array.set(at.last().getMatchingIndex(), value);
      default -> throw new IllegalArgumentException("there is no " + at.head());
    }
  }

  private static void remove(ObjectNode template, JsonPointer at) {
    if (template.at(at).isMissingNode()) {
      throw new IllegalArgumentException("there is no " + at);
    }
    switch (template.at(at.head())) {
      case ObjectNode object -> object.remove(at.last().getMatchingProperty());
      case ArrayNode array -> array.remove(at.last().getMatchingIndex());
      default -> throw new IllegalArgumentException("there is no " + at.head());
    }
  }
}
