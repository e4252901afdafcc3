package dev.rampart.adapter.out.metrics;

import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsBuilder;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** Writes counts in the embedded metric format; the service is a dimension of each. */
record EmfCounter(Metrics metrics, String namespace, String service) {
  static EmfCounter of(String namespace, String service) {
    return new EmfCounter(
        MetricsBuilder.builder().withNamespace(namespace).withService(service).build(),
        namespace,
        service);
  }

  void count(String name, long count, DimensionSet dimensions) {
    metrics.flushSingleMetric(name, (double) count, MetricUnit.COUNT, namespace, dimensions);
  }

  /** Returns the dimensions of a metric as a whole; more may be added. */
  DimensionSet whole() {
    return DimensionSet.of("Service", service);
  }
}
