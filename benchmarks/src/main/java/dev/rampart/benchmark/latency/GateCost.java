package dev.rampart.benchmark.latency;

import java.io.IOException;
import java.util.Arrays;

/**
 * Sends submissions to two runs in turn, one with all gates and one without some of them, and
 * prints how much longer the first takes. Arguments: instance file and access token of each.
 */
public final class GateCost {
  private static final int WARM_UP = 500;
  private static final int MEASURED = 2_000;

  private GateCost() {}

  /** Measures. */
  public static void main(String[] args) throws IOException, InterruptedException {
    ApiLatency all = ApiLatency.of(args[0], args[1]);
    ApiLatency fewer = ApiLatency.of(args[2], args[3]);
    double[] with = new double[MEASURED];
    double[] without = new double[MEASURED];
    double[] differences = new double[MEASURED];
    for (int i = -WARM_UP; i < MEASURED; i++) {
      // Who is first changes, so that neither always follows the other.
      boolean isEven = (i & 1) == 0;
      double first = millis(isEven ? all : fewer);
      double second = millis(isEven ? fewer : all);
      if (i >= 0) {
        with[i] = isEven ? first : second;
        without[i] = isEven ? second : first;
        differences[i] = with[i] - without[i];
      }
    }
    all.close();
    fewer.close();
    System.out.printf(
        "POST /v1/submissions, %d each in turn: median %.2f ms with all gates, %.2f ms without;"
            + " the difference of the medians is %.2f ms, the median of the differences %.2f ms%n",
        MEASURED,
        median(with),
        median(without),
        median(with) - median(without),
        median(differences));
  }

  private static double millis(ApiLatency run) throws IOException, InterruptedException {
    long start = System.nanoTime();
    run.submit();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
