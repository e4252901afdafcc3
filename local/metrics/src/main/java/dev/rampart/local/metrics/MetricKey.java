package dev.rampart.local.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;

/**
 * Names one series.
 *
 * @param dimensions values by name; another set of dimensions is another series
 */
public record MetricKey(String namespace, String name, Map<String, String> dimensions) {
  public MetricKey {
    dimensions = Map.copyOf(dimensions);
  }

  /** Returns the dimensions as CloudWatch writes them, by name. */
  public ArrayNode dimensionList() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    dimensions.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> list.addObject().put("Name", entry.getKey()).put("Value", entry.getValue()));
    return list;
  }
}
