package dev.rampart.local.metrics.math;

import java.util.List;

/** What an expression comes to. */
public sealed interface MathValue {

  /** One number. */
  record Scalar(double value) implements MathValue {}

  /**
   * A time series.
   *
   * @param values one for each period, {@code NaN} where there is none; not to be changed
   */
  record Series(double[] values) implements MathValue {}

  /** Several time series. */
  record Many(List<Series> series) implements MathValue {
    public Many {
      series = List.copyOf(series);
    }
  }
}
