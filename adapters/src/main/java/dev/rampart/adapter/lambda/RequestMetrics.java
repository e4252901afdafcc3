package dev.rampart.adapter.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.rampart.adapter.in.apigateway.router.RequestLogLine;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsBuilder;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** Counts requests by outcome and gate, as embedded metrics. */
final class RequestMetrics {

  private final Metrics metrics;

  /** Counts for one function in a namespace, which tells the stages of one account apart. */
  RequestMetrics(String namespace, String service) {
    this.metrics = MetricsBuilder.builder().withNamespace(namespace).withService(service).build();
  }

  /** Counts a cold start. It must precede any logging, which marks the start as over. */
  void started(Context context) {
    metrics.captureColdStartMetric(context);
  }

  /** Counts one request. */
  void count(RequestLogLine line) {
    metrics.addDimension(
        DimensionSet.of("Outcome", line.decision(), "Gate", line.gate().orElse("none")));
    metrics.addMetric("Requests", 1, MetricUnit.COUNT);
    metrics.addMetric("Latency", (double) line.latencyMillis(), MetricUnit.MILLISECONDS);
    metrics.flush();
  }
}
