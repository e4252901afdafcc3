package dev.rampart.adapter.out.eventbridge.ocsf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the schema says of one attribute of a class or an object.
 *
 * @param valueType the type of a plain value; empty if it is an object
 * @param objectType the definition of an object; empty if it is a plain value
 * @param profiles it may be there only if one of these is applied; none if always
 * @param captions what each value of an enumeration means; empty if any value is allowed
 * @param sibling the attribute that may say the caption in words
 */
record OcsfAttribute(
    Optional<String> valueType,
    Optional<String> objectType,
    Requirement requirement,
    boolean isArray,
    boolean isDeprecated,
    Set<String> profiles,
    Map<String, String> captions,
    Optional<String> sibling) {
  /** Whether it has to be there. */
  enum Requirement {
    REQUIRED,
    RECOMMENDED,
    OPTIONAL
  }

  static OcsfAttribute read(JsonNode json) {
    Map<String, String> captions = new HashMap<>();
    json.path("enum")
        .properties()
        .forEach(entry -> captions.put(entry.getKey(), entry.getValue().asText()));
    return new OcsfAttribute(
        text(json, "type"),
        text(json, "object_type"),
        switch (json.path("requirement").asText()) {
          case "required" -> Requirement.REQUIRED;
          case "recommended" -> Requirement.RECOMMENDED;
          case "optional" -> Requirement.OPTIONAL;
          default -> throw new IllegalArgumentException("no requirement: " + json);
        },
        json.path("is_array").asBoolean(),
        json.has("deprecated"),
        texts(json.path("profiles")),
        captions,
        text(json, "sibling"));
  }

  /** Says whether it may be there if these profiles are applied. */
  boolean isAllowedBy(Set<String> applied) {
    return profiles.isEmpty() || profiles.stream().anyMatch(applied::contains);
  }

  static Set<String> texts(JsonNode array) {
    Set<String> texts = new HashSet<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  private static Optional<String> text(JsonNode json, String member) {
    return Optional.ofNullable(json.get(member)).map(JsonNode::asText);
  }
}
