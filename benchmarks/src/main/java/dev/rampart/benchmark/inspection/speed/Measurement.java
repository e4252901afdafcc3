package dev.rampart.benchmark.inspection.speed;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What one benchmark of one subject came to.
 *
 * @param benchmark the name of its method
 * @param hostile the name of the value, and {@code chars} its length; empty if there were many
 * @param nanos median over all samples
 * @param nanosP99 99th percentile of the same
 * @param bytes allocated each time
 */
record Measurement(
    String subject,
    String benchmark,
    String hostile,
    String chars,
    double nanos,
    double nanosP99,
    double bytes) {

  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final int MEDIAN = 50;
  private static final int P99 = 99;

  static Measurement of(RunResult result) {
    BenchmarkParams params = result.getParams();
    Statistics statistics = result.getPrimaryResult().getStatistics();
    Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
    String name = params.getBenchmark();
    return new Measurement(
        params.getParam("subject"),
        name.substring(name.lastIndexOf('.') + 1),
        params.getParamsKeys().contains("hostile") ? params.getParam("hostile") : "",
        params.getParamsKeys().contains("chars") ? params.getParam("chars") : "",
        statistics.getPercentile(MEDIAN),
        statistics.getPercentile(P99),
        allocated == null ? Double.NaN : allocated.getStatistics().getPercentile(MEDIAN));
  }
}
