package dev.rampart.adapter.out.metrics;

import dev.rampart.domain.detection.rejection.RejectedRecord;
import dev.rampart.domain.port.out.RejectionMetrics;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * The metric {@code RejectedRecords}, by kind of log and reason: at most sixty series, since both
 * are words of ours. Their sum needs no series of its own, and the dead-letter queue has an alarm.
 */
public final class EmfRejectionMetrics implements RejectionMetrics {
  private static final String REJECTED = "RejectedRecords";

  private final Metrics metrics;
  private final String namespace;
  private final String service;

  /** Writes under a namespace, with the service as a dimension of every metric. */
  public EmfRejectionMetrics(Metrics metrics, String namespace, String service) {
    this.metrics = metrics;
    this.namespace = namespace;
    this.service = service;
  }

  @Override
  public void rejected(List<RejectedRecord> records) {
    records.stream()
        .collect(Collectors.groupingBy(this::dimensions, Collectors.counting()))
        .forEach(
            (dimensions, count) ->
                metrics.flushSingleMetric(
                    REJECTED, (double) count, MetricUnit.COUNT, namespace, dimensions.set()));
  }

  private Series dimensions(RejectedRecord record) {
    return new Series(service, record.log(), record.reason().wireName());
  }

  private record Series(String service, String log, String reason) {
    DimensionSet set() {
      return DimensionSet.of("Service", service, "log", log, "reason", reason);
    }
  }
}
