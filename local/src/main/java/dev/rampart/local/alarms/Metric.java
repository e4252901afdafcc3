package dev.rampart.local.alarms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A metric that an alarm looks at.
 *
 * @param namespace a text or a call of a function
 * @param dimensions their values by name
 */
record Metric(JsonNode namespace, String name, Map<String, JsonNode> dimensions) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static Metric of(String namespace, String name, Map<String, JsonNode> dimensions) {
    return new Metric(JSON.textNode(namespace), name, dimensions);
  }

  /** Returns the members that CloudWatch calls a metric by. */
  ObjectNode members() {
    ObjectNode members = JSON.objectNode();
    members.set("Namespace", namespace);
    members.put("MetricName", name);
    dimensions.forEach(
        (dimension, value) ->
            members.withArray("Dimensions").addObject().put("Name", dimension).set("Value", value));
    return members;
  }
}
