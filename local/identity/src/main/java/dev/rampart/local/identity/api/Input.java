package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.local.protocol.AwsError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The members of a call; what is missing or of the wrong type is refused in Cognito's words.
 *
 * @param sourceIp where the call came from
 */
record Input(JsonNode node, String sourceIp) {

  String text(String name) {
    return optionalText(name).orElseThrow(() -> fault(name, "Member must not be null"));
  }

  Optional<String> optionalText(String name) {
    return member(name, JsonNode::isTextual, "a string").map(value -> whole(name, value.asText()));
  }

  /** Refuses half a character, as {@code \ud800} alone is one: no answer could repeat it. */
  private static String whole(String name, String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw fault(name, "Member must be a string of Unicode characters");
    }
    return text;
  }

  boolean flag(String name) {
    return member(name, JsonNode::isBoolean, "a boolean").map(JsonNode::asBoolean).orElse(false);
  }

  int number(String name, int otherwise, int min, int max) {
    int number = member(name, JsonNode::isInt, "an integer").map(JsonNode::asInt).orElse(otherwise);
    if (number < min || number > max) {
      throw fault(name, "Member must have value from " + min + " to " + max);
    }
    return number;
  }

  /** Returns a map of texts, for example {@code AuthParameters}; an empty one if it is absent. */
  Map<String, String> texts(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : structure(name).node().properties()) {
      texts.put(entry.getKey(), elementText(name, entry.getValue()));
    }
    return texts;
  }

  /** Returns the texts of a list; none if it is absent. */
  Set<String> textSet(String name) {
    Set<String> texts = new LinkedHashSet<>();
    for (JsonNode element : list(name)) {
      texts.add(elementText(name, element));
    }
    return texts;
  }

  private static String elementText(String name, JsonNode element) {
    if (!element.isTextual()) {
      throw fault(name, "Member must hold strings alone");
    }
    return whole(name, element.asText());
  }

  /** Returns a list of {@code {"Name": …, "Value": …}} as a map; an empty one if it is absent. */
  Map<String, String> attributes(String name) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (JsonNode element : list(name)) {
      Input attribute = new Input(element, sourceIp);
      attributes.put(attribute.text("Name"), attribute.optionalText("Value").orElse(""));
    }
    return attributes;
  }

  /** Returns such a list that has to have an element. */
  Map<String, String> someAttributes(String name) {
    if (member(name).isEmpty()) {
      throw fault(name, "Member must not be null");
    }
    Map<String, String> attributes = attributes(name);
    if (attributes.isEmpty()) {
      throw fault(name, "Member must have length greater than or equal to 1");
    }
    return attributes;
  }

  /** Returns a member that has members itself; one without any if it is absent. */
  Input structure(String name) {
    JsonNode structure =
        member(name, JsonNode::isObject, "a structure or a map").orElseGet(Output::object);
    return new Input(structure, sourceIp);
  }

  private JsonNode list(String name) {
    return member(name, JsonNode::isArray, "a list").orElseGet(JsonNodeFactory.instance::arrayNode);
  }

  private Optional<JsonNode> member(String name, Predicate<JsonNode> is, String type) {
    Optional<JsonNode> member = member(name);
    if (member.filter(is.negate()).isPresent()) {
      throw fault(name, "Member must be " + type);
    }
    return member;
  }

  static AwsError invalid(String message) {
    return new AwsError("InvalidParameterException", message);
  }

  private Optional<JsonNode> member(String name) {
    return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
  }

  private static AwsError fault(String name, String constraint) {
    String member = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    return invalid(
        "1 validation error detected: Value at '%s' failed to satisfy constraint: %s"
            .formatted(member, constraint));
  }
}
