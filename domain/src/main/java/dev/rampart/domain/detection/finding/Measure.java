package dev.rampart.domain.detection.finding;

import java.util.Locale;

/**
 * A number that a detector compared, so that a reader can redo the comparison.
 *
 * @param name what was measured, as a plural noun phrase
 * @param threshold what the value had to reach
 */
public record Measure(String name, double value, double threshold) {
  /** Returns whether the value reaches the threshold. */
  public boolean holds() {
    return value >= threshold;
  }

  /** Returns how many times the threshold the value is. */
  public double ratio() {
    return value / threshold;
  }

  /** Returns the measure as words, such as {@code 9 accounts (threshold 6)}. */
  public String words() {
    return "%s %s (threshold %s)".formatted(number(value), name, number(threshold));
  }

  private static String number(double value) {
    double tenths = Math.round(value * 10) / 10.0;
    return tenths == Math.rint(tenths)
        ? Long.toString((long) tenths)
        : String.format(Locale.ROOT, "%.1f", tenths);
  }
}
