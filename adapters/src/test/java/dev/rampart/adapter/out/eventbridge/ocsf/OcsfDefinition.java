package dev.rampart.adapter.out.eventbridge.ocsf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A class or an object of the schema.
 *
 * @param atLeastOne one or more of these have to be there; empty if there is no such constraint
 * @param justOne exactly one of these has to be there; empty if there is no such constraint
 * @param profiles those that can be applied
 */
record OcsfDefinition(
    Map<String, OcsfAttribute> attributes,
    Set<String> atLeastOne,
    Set<String> justOne,
    Set<String> profiles) {
  static OcsfDefinition read(JsonNode json) {
    Map<String, OcsfAttribute> attributes = new TreeMap<>();
    json.path("attributes")
        .properties()
        .forEach(entry -> attributes.put(entry.getKey(), OcsfAttribute.read(entry.getValue())));
    JsonNode constraints = json.path("constraints");
    return new OcsfDefinition(
        attributes,
        OcsfAttribute.texts(constraints.path("at_least_one")),
        OcsfAttribute.texts(constraints.path("just_one")),
        OcsfAttribute.texts(json.path("profiles")));
  }

  /** Returns why the constraints do not hold for a document with members of these names. */
  Optional<String> brokenBy(Set<String> members) {
    if (!atLeastOne.isEmpty() && members.stream().noneMatch(atLeastOne::contains)) {
      return Optional.of("has none of " + atLeastOne);
    }
    if (!justOne.isEmpty() && members.stream().filter(justOne::contains).count() != 1) {
      return Optional.of("has not exactly one of " + justOne);
    }
    return Optional.empty();
  }
}
