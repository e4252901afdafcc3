package dev.rampart.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * One resource of a stack, every reference resolved.
 *
 * @param line where it stands in the template, from 1
 * @param propertyLines the line of each property
 */
public record Resource(
    String logicalId,
    String type,
    ObjectNode properties,
    PhysicalResource physical,
    int line,
    Map<String, Integer> propertyLines) {

  /** Returns a property; a missing node where the template does not set it. */
  public JsonNode property(String name) {
    return properties.path(name);
  }

  /** Returns a property as text, or another text where the template does not set it. */
  public String text(String name, String otherwise) {
    return property(name).asText(otherwise);
  }
}
