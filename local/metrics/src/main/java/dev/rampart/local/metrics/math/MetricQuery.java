package dev.rampart.local.metrics.math;

import dev.rampart.local.metrics.MetricStat;

/** One query of a request or of an alarm. */
public sealed interface MetricQuery {
  /** Returns the id by which expressions name it. */
  String id();

  /** Returns the label, empty if none was given. */
  String label();

  /** Returns whether its values are wanted, and not only those of expressions with it. */
  boolean returnsData();

  /** A metric. */
  record Metric(String id, String label, boolean returnsData, MetricStat stat)
      implements MetricQuery {}

  /** An expression. */
  record Expression(String id, String label, boolean returnsData, String text)
      implements MetricQuery {}
}
