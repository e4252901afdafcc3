package dev.rampart.local.gateway.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which models a model hands a value on to as it is. Below {@code properties} or {@code items} the
 * value is a smaller one, so a circle through those ends.
 */
record ModelReferences(ObjectNode models) {
  private static final List<String> SAME_VALUE = List.of("allOf", "anyOf", "oneOf", "not");

  /** Returns whether a check of any value by this model would go round for ever. */
  boolean leadsBackTo(String model) {
    Set<String> seen = new HashSet<>();
    Deque<JsonNode> open = new ArrayDeque<>(List.of(models.path(model)));
    while (!open.isEmpty()) {
      JsonNode schema = open.pop();
      String reference = schema.path(ModelCheck.REFERENCE).asText();
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      if (name.equals(model)) {
        return true;
      }
      if (seen.add(name)) {
        open.add(models.path(name));
      }
      SAME_VALUE.forEach(keyword -> parts(schema.path(keyword)).forEach(open::add));
    }
    return false;
  }

  private static Iterable<JsonNode> parts(JsonNode value) {
    return value.isObject() ? List.of(value) : value;
  }
}
