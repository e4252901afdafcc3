package dev.rampart.local.metrics.math;

import java.util.Arrays;
import java.util.List;

/**
 * Functions of many values: of one time series they give a number, of a list of them a time series.
 * In averages over a list a missing value is zero, as the page has it.
 */
final class Aggregate {
  private Aggregate() {}

  static Value of(String function, Value of, MathContext context) {
    return switch (of) {
      case Value.Series(double[] values) ->
          new Value.Scalar(
              of(function, Arrays.stream(values).filter(x -> !Double.isNaN(x)).toArray()));
      case Value.Many(List<Value.Series> all) -> across(function, all, context);
      case Value.Scalar _ -> throw new MathException("calls " + function + " with a number");
    };
  }

  private static Value across(String function, List<Value.Series> all, MathContext context) {
    double[] result = context.room();
    for (int i = 0; i < result.length; i++) {
      int at = i;
      double[] there =
          all.stream()
              .mapToDouble(one -> one.values()[at])
              .filter(value -> !Double.isNaN(value))
              .toArray();
      boolean isAverage = function.equals("AVG");
      double value = of(isAverage ? "SUM" : function, there);
      result[i] = there.length == 0 ? Double.NaN : isAverage ? value / all.size() : value;
    }
    return new Value.Series(result);
  }

  private static double of(String function, double[] values) {
    double value =
        switch (function) {
          case "SUM" -> Arrays.stream(values).sum();
          case "AVG" -> Arrays.stream(values).average().orElse(Double.NaN);
          case "MIN" -> Arrays.stream(values).min().orElse(Double.NaN);
          case "MAX" -> Arrays.stream(values).max().orElse(Double.NaN);
          case "STDDEV" -> deviation(values);
          default -> values.length;
        };
    return Evaluator.finite(value);
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    return Math.sqrt(Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElse(0));
  }
}
