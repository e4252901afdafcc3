package dev.rampart.local.metrics.math;

import java.util.List;

/** What an expression comes to. */
public sealed interface Value {

  /** One number. */
  record Scalar(double value) implements Value {}

  /**
   * A time series.
   *
   * @param values one for each period, {@code NaN} where there is none; not to be changed
   */
  record Series(double[] values) implements Value {}

  /** Several time series. */
  record Many(List<Series> series) implements Value {
    public Many {
      series = List.copyOf(series);
    }
  }
}
