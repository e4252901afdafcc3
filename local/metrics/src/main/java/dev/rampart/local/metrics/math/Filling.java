package dev.rampart.local.metrics.math;

/** Fills the gaps of time series. */
final class Filling {
  private Filling() {}

  static MathValue.Series with(MathValue.Series of, MathValue filler, double[] filled) {
    for (int i = 0; i < filled.length; i++) {
      double value = of.values()[i];
      filled[i] = Double.isNaN(value) ? MathEvaluator.at(filler, i) : value;
    }
    return new MathValue.Series(filled);
  }

  /** Repeats the last value; what is missing at the beginning stays so. */
  static MathValue.Series repeating(MathValue.Series of, double[] filled) {
    double last = Double.NaN;
    for (int i = 0; i < filled.length; i++) {
      last = Double.isNaN(of.values()[i]) ? last : of.values()[i];
      filled[i] = last;
    }
    return new MathValue.Series(filled);
  }

  /** Draws a line between the values around a gap; what is missing at the ends stays so. */
  static MathValue.Series linear(MathValue.Series of, double[] filled) {
    int before = -1;
    for (int i = 0; i < filled.length; i++) {
      double value = of.values()[i];
      filled[i] = value;
      if (!Double.isNaN(value)) {
        for (int gap = before + 1; before >= 0 && gap < i; gap++) {
          double part = (double) (gap - before) / (i - before);
          filled[gap] = filled[before] + (value - filled[before]) * part;
        }
        before = i;
      }
    }
    return new MathValue.Series(filled);
  }
}
