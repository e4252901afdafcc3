package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;

/** What a condition may refer to: parameters alone, for it is decided before any resource is. */
record ParameterReferences(Map<String, JsonNode> parameters) implements References {

  @Override
  public Optional<JsonNode> ref(String name, JsonPointer at) {
    return Optional.ofNullable(parameters.get(name))
        .or(() -> Symbol.PSEUDO.value(name).map(JsonNodeFactory.instance::textNode));
  }

  @Override
  public Optional<JsonNode> attribute(String logicalId, String attribute, JsonPointer at) {
    return Optional.empty();
  }
}
