package dev.rampart.local.metrics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * What is asked of the values of a period (CloudWatch statistics definitions).
 *
 * @param name {@code Sum} or one of its kind, or a percentile such as {@code p99.9}
 */
public record Statistic(String name) {
  /** Those that are no percentiles. */
  public static final List<String> PLAIN =
      List.of("SampleCount", "Sum", "Average", "Minimum", "Maximum");

  private static final Pattern PERCENTILE = Pattern.compile("p([0-9]{1,2}(\\.[0-9]{1,10})?|100)");

  /** Returns a statistic; empty if there is none of that name here. */
  public static Optional<Statistic> of(String name) {
    return PLAIN.contains(name) || PERCENTILE.matcher(name).matches()
        ? Optional.of(new Statistic(name))
        : Optional.empty();
  }

  /** Returns whether it is a percentile. */
  public boolean isPercentile() {
    return !PLAIN.contains(name);
  }

  /** Returns the percentile, from 0 to 100. */
  public double percent() {
    return Double.parseDouble(name.substring(1));
  }

  /** Returns whether it counts something, so that its values scatter like counts. */
  boolean isCount() {
    return name.equals("Sum") || name.equals("SampleCount");
  }

  /** Returns its value; empty if the values do not tell. */
  public OptionalDouble of(Distribution values) {
    if (isPercentile()) {
      return values.percentile(percent());
    }
    StatisticSet set = values.set();
    return OptionalDouble.of(
        switch (name) {
          case "SampleCount" -> set.count();
          case "Sum" -> set.sum();
          case "Average" -> set.average();
          case "Minimum" -> set.minimum();
          default -> set.maximum();
        });
  }
}
