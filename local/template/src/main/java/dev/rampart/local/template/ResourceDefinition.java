package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One resource as the template writes it, SAM's additions included.
 *
 * @param at where its properties stand
 */
record ResourceDefinition(String logicalId, String type, ObjectNode properties, JsonPointer at) {}
