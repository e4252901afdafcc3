package dev.rampart.local.metrics.math;

import java.util.Arrays;
import java.util.List;

/**
 * MathFunctions of many values: of one time series they give a number, of a list of them a time
 * series. In averages over a list a missing value is zero, as the page has it.
 */
final class Aggregate {
  private Aggregate() {}

  static MathValue of(String function, MathValue of, MathContext context) {
    return switch (of) {
      case MathValue.Series(double[] values) ->
          new MathValue.Scalar(
              of(function, Arrays.stream(values).filter(x -> !Double.isNaN(x)).toArray()));
      case MathValue.Many(List<MathValue.Series> all) -> across(function, all, context);
      case MathValue.Scalar _ -> throw new MathException("calls " + function + " with a number");
    };
  }

  private static MathValue across(
      String function, List<MathValue.Series> all, MathContext context) {
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
    return new MathValue.Series(result);
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
    return MathEvaluator.finite(value);
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    return Math.sqrt(Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElse(0));
  }
}
