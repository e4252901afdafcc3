package dev.rampart.local.metrics;

import java.time.Instant;
import java.util.List;

/** What one line says of one series. */
record Sample(MetricKey key, String unit, Instant at, List<Double> values) {
  Sample {
    values = List.copyOf(values);
  }
}
