package dev.rampart.local.metrics;

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
}
