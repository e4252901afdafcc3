package dev.rampart.adapter.out.metrics;

import dev.rampart.domain.detection.rejection.RejectedRecord;
import dev.rampart.domain.port.out.RejectionMetrics;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;

/**
 * The metric {@code RejectedRecords}, by kind of log and reason: at most sixty series, since both
 * are words of ours. Their sum needs no series of its own, and the dead-letter queue has an alarm.
 */
public final class EmfRejectionMetrics implements RejectionMetrics {
  private static final String REJECTED = "RejectedRecords";

  private final EmfCounter counter;

  /** Writes under a namespace, with the service as a dimension of every metric. */
  public EmfRejectionMetrics(String namespace, String service) {
    this.counter = EmfCounter.of(namespace, service);
  }

  @Override
  public void rejected(List<RejectedRecord> records) {
    records.stream()
        .collect(Collectors.groupingBy(Series::of, Collectors.counting()))
        .forEach((series, count) -> counter.count(REJECTED, count, series.addTo(counter.whole())));
  }

  private record Series(String log, String reason) {
    static Series of(RejectedRecord record) {
      return new Series(record.log(), record.reason().wireName());
    }

    DimensionSet addTo(DimensionSet whole) {
      return whole.addDimension("log", log).addDimension("reason", reason);
    }
  }
}
