package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    return member(name)
        .map(
            value -> {
              if (!value.isTextual()) {
                throw fault(name, "Member must be a string");
              }
              return whole(name, value.asText());
            });
  }

  /** Refuses half a character, as {@code \ud800} alone is one: no answer could repeat it. */
  private static String whole(String name, String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw fault(name, "Member must be a string of Unicode characters");
    }
    return text;
  }

  boolean flag(String name) {
    return member(name)
        .map(
            value -> {
              if (!value.isBoolean()) {
                throw fault(name, "Member must be a boolean");
              }
              return value.asBoolean();
            })
        .orElse(false);
  }

  int number(String name, int otherwise, int min, int max) {
    int number =
        member(name)
            .map(
                value -> {
                  if (!value.isInt()) {
                    throw fault(name, "Member must be an integer");
                  }
                  return value.asInt();
                })
            .orElse(otherwise);
    if (number < min || number > max) {
      throw fault(name, "Member must have value from " + min + " to " + max);
    }
    return number;
  }

  /** Returns a map of texts, for example {@code AuthParameters}. */
  Map<String, String> texts(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    member(name)
        .ifPresent(
            map ->
                map.properties()
                    .forEach(
                        entry -> {
                          if (!entry.getValue().isTextual()) {
                            throw fault(name, "Member must be a map of strings");
                          }
                          texts.put(entry.getKey(), whole(name, entry.getValue().asText()));
                        }));
    return texts;
  }

  /** Returns the texts of a list; none if it is absent. */
  Set<String> textSet(String name) {
    Set<String> texts = new LinkedHashSet<>();
    member(name)
        .ifPresent(
            list ->
                list.forEach(
                    element -> {
                      if (!element.isTextual()) {
                        throw fault(name, "Member must be a list of strings");
                      }
                      texts.add(element.asText());
                    }));
    return texts;
  }

  /** Returns a list of {@code {"Name": …, "Value": …}} as a map. */
  Map<String, String> attributes(String name) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (JsonNode element : node.path(name)) {
      Input attribute = new Input(element, sourceIp);
      attributes.put(attribute.text("Name"), attribute.optionalText("Value").orElse(""));
    }
    return attributes;
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
        "1 validation error detected: Value at '"
            + member
            + "' failed to satisfy constraint: "
            + constraint);
  }
}
