package dev.rampart.adapter.out.cloudwatch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of a metric by the start of their periods.
 *
 * @param byTime in the order of time
 */
record MetricValues(TreeMap<Instant, Double> byTime) {

  MetricValues() {
    this(new TreeMap<>());
  }

  void add(Instant start, double value) {
    byTime.put(start, value);
  }

  Optional<Double> newest() {
    return Optional.ofNullable(byTime.lastEntry()).map(Map.Entry::getValue);
  }

  /** Returns the start of the newest period in which something was counted. */
  Optional<Instant> newestAboveNothing() {
    return byTime.descendingMap().entrySet().stream()
        .filter(value -> value.getValue() > 0)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  long sum() {
    return Math.round(byTime.values().stream().mapToDouble(Double::doubleValue).sum());
  }
}
