package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What the names in {@code Ref}, {@code Fn::GetAtt} and {@code ${…}} stand for. */
interface References {

  /** Returns the value of a reference; empty if nothing has that name. */
  Optional<JsonNode> ref(String name, JsonPointer at);

  /** Returns an attribute of a resource; empty if the two do not exist together. */
  Optional<JsonNode> attribute(String logicalId, String attribute, JsonPointer at);
}
