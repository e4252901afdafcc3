package dev.rampart.adapter.out.metrics;

import dev.rampart.domain.detection.Finding;
import dev.rampart.domain.detection.Signal;
import dev.rampart.domain.port.out.ThreatMetrics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * Two metrics: {@code SuspiciousRequests}, whole and by kind, and {@code ThreatsDetected}, whole
 * and by detector and severity. Each combination of dimensions costs money every month, so nothing
 * that a client can choose is ever one.
 */
public final class EmfThreatMetrics implements ThreatMetrics {
  private static final String SIGNALS = "SuspiciousRequests";
  private static final String THREATS = "ThreatsDetected";

  private final Metrics metrics;

  /** Writes with the namespace and default dimensions that the metrics have. */
  public EmfThreatMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void signals(List<Signal> signals) {
    if (signals.isEmpty()) {
      return;
    }
    count(SIGNALS, signals.size());
    signals.stream()
        .collect(Collectors.groupingBy(signal -> signal.point().kind(), Collectors.counting()))
        .forEach((kind, count) -> count(SIGNALS, count, DimensionSet.of("kind", word(kind))));
  }

  @Override
  public void finding(Finding finding) {
    count(THREATS, 1);
    count(
        THREATS,
        1,
        DimensionSet.of("detector", finding.detector(), "severity", word(finding.severity())));
  }

  private void count(String name, long count) {
    metrics.flushMetrics(line -> line.addMetric(name, (double) count, MetricUnit.COUNT));
  }

  private void count(String name, long count, DimensionSet dimensions) {
    metrics.flushMetrics(
        line -> {
          line.addDimension(dimensions);
          line.addMetric(name, (double) count, MetricUnit.COUNT);
        });
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
