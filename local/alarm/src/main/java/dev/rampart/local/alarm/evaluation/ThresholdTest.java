package dev.rampart.local.alarm.evaluation;

import java.util.Arrays;
import java.util.Optional;

/** How a value is compared with a threshold, by CloudWatch's names. */
public enum ThresholdTest {
  AT_LEAST("GreaterThanOrEqualToThreshold", "greater than or equal to the threshold"),
  MORE("GreaterThanThreshold", "greater than the threshold"),
  LESS("LessThanThreshold", "less than the threshold"),
  AT_MOST("LessThanOrEqualToThreshold", "less than or equal to the threshold"),
  ABOVE_BAND("GreaterThanUpperThreshold", "greater than the upper thresholds"),
  BELOW_BAND("LessThanLowerThreshold", "less than the lower thresholds"),
  OUTSIDE_BAND(
      "LessThanLowerOrGreaterThanUpperThreshold",
      "less than the lower thresholds or greater than the upper thresholds");

  private final String operator;
  private final String words;

  ThresholdTest(String operator, String words) {
    this.operator = operator;
    this.words = words;
  }

  /** Returns the test of a comparison operator; empty if there is none. */
  public static Optional<ThresholdTest> of(String operator) {
    return Arrays.stream(values()).filter(test -> test.operator.equals(operator)).findFirst();
  }

  /** Returns the comparison operator. */
  public String operator() {
    return operator;
  }

  String words() {
    return words;
  }

  /** Returns whether it compares with the edges of a band. */
  public boolean isOfBand() {
    return ordinal() >= ABOVE_BAND.ordinal();
  }

  /** Returns whether a value is beyond a threshold, or beyond the edges of a band. */
  public boolean breaches(double value, double lower, double upper) {
    return switch (this) {
      case AT_LEAST -> value >= upper;
      case MORE, ABOVE_BAND -> value > upper;
      case LESS, BELOW_BAND -> value < lower;
      case AT_MOST -> value <= lower;
      case OUTSIDE_BAND -> value < lower || value > upper;
    };
  }
}
