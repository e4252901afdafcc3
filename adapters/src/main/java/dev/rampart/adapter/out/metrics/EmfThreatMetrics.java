package dev.rampart.adapter.out.metrics;

import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.port.out.ThreatMetrics;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * Two metrics: {@code SuspiciousRequests}, whole and by kind, and {@code ThreatsDetected}, whole
 * and by detector and severity. What speaks for a source is in neither: honest sign-ins would ring
 * the alarm. Each combination of dimensions costs money every month, so nothing that a client can
 * choose is ever one.
 */
public final class EmfThreatMetrics implements ThreatMetrics {
  private static final String SIGNALS = "SuspiciousRequests";
  private static final String THREATS = "ThreatsDetected";

  private static final String SERVICE = "Service";

  private final Metrics metrics;
  private final String namespace;
  private final String service;

  /** Writes under a namespace, with the service as a dimension of every metric. */
  public EmfThreatMetrics(Metrics metrics, String namespace, String service) {
    this.metrics = metrics;
    this.namespace = namespace;
    this.service = service;
  }

  @Override
  public void signals(List<Signal> signals) {
    List<Signal> suspicious =
        signals.stream().filter(signal -> !signal.point().kind().isCounterEvidence()).toList();
    if (suspicious.isEmpty()) {
      return;
    }
    count(SIGNALS, suspicious.size(), whole());
    suspicious.stream()
        .collect(Collectors.groupingBy(signal -> signal.point().kind(), Collectors.counting()))
        .forEach(
            (kind, count) -> count(SIGNALS, count, whole().addDimension("kind", kind.wireName())));
  }

  @Override
  public void finding(Finding finding) {
    count(THREATS, 1, whole());
    count(
        THREATS,
        1,
        whole()
            .addDimension("detector", finding.detector().name())
            .addDimension("severity", finding.severity().wireName()));
  }

  private void count(String name, long count, DimensionSet dimensions) {
    metrics.flushSingleMetric(name, (double) count, MetricUnit.COUNT, namespace, dimensions);
  }

  private DimensionSet whole() {
    return DimensionSet.of(SERVICE, service);
  }
}
