package dev.rampart.adapter.out.metrics;

import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.port.out.ThreatMetrics;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;

/**
 * Four metrics: {@code SuspiciousRequests}, whole and by kind; {@code SuspiciousSources}, how many
 * sources they came from; {@code ThreatsDetected}, whole and by detector and severity; and {@code
 * ThreatNotifications}, of which people are to hear. What speaks for a source is in none of them:
 * honest sign-ins would ring the alarm. Each combination of dimensions costs money every month, so
 * nothing that a client can choose is ever one.
 */
public final class EmfThreatMetrics implements ThreatMetrics {
  private static final String SIGNALS = "SuspiciousRequests";
  private static final String SOURCES = "SuspiciousSources";
  private static final String THREATS = "ThreatsDetected";
  private static final String NOTIFICATIONS = "ThreatNotifications";

  private final EmfCounter counter;
  private final RecentSources sources = new RecentSources();

  /** Writes under a namespace, with the service as a dimension of every metric. */
  public EmfThreatMetrics(String namespace, String service) {
    this.counter = EmfCounter.of(namespace, service);
  }

  @Override
  public void signals(List<Signal> signals) {
    List<Signal> suspicious =
        signals.stream().filter(signal -> !signal.point().kind().isCounterEvidence()).toList();
    if (suspicious.isEmpty()) {
      return;
    }
    counter.count(SIGNALS, suspicious.size(), counter.whole());
    counter.count(SOURCES, sources.add(suspicious), counter.whole());
    suspicious.stream()
        .collect(Collectors.groupingBy(signal -> signal.point().kind(), Collectors.counting()))
        .forEach((kind, count) -> counter.count(SIGNALS, count, ofKind(kind)));
  }

  @Override
  public void threat(Threat threat) {
    if (threat.change() == Threat.Change.DETECTED) {
      detected(threat.finding());
    }
    if (threat.notificationsLeft().isPresent()) {
      counter.count(NOTIFICATIONS, 1, counter.whole());
    }
  }

  private void detected(Finding finding) {
    counter.count(THREATS, 1, counter.whole());
    counter.count(
        THREATS,
        1,
        counter
            .whole()
            .addDimension("detector", finding.detector().name())
            .addDimension("severity", finding.severity().wireName()));
  }

  @Override
  public void zeros() {
    for (String name : List.of(SIGNALS, SOURCES, THREATS, NOTIFICATIONS)) {
      counter.count(name, 0, counter.whole());
    }
  }

  private DimensionSet ofKind(SignalKind kind) {
    return counter.whole().addDimension("kind", kind.wireName());
  }
}
