package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One resource as the template writes it, SAM's additions included.
 *
 * @param at the place of its properties
 * @param inherited the place in the section Globals of those that it does not write itself
 */
record ResourceDefinition(
    String logicalId, String type, ObjectNode properties, JsonPointer at, JsonPointer inherited) {

  /** A resource for which nothing is written in the section Globals. */
  ResourceDefinition(String logicalId, String type, ObjectNode properties, JsonPointer at) {
    this(logicalId, type, properties, at, at);
  }
}
