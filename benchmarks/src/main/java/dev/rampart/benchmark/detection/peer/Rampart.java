package dev.rampart.benchmark.detection.peer;

import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.detector.Detector;
import dev.rampart.domain.detection.engine.DetectionEngine;
import dev.rampart.domain.detection.engine.Found;
import dev.rampart.domain.detection.engine.SignalStream;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Incident;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Our own engine, which tells what it finds as the product does: see {@link Incident}. */
public final class Rampart implements PeerRule {

  private static final KeyedHash HASH = KeyedHash.of("benchmark");

  private record Key(DetectorKind detector, Subject subject) {}

  private final SignalStream stream;
  private final Map<Key, Incident> incidents = new HashMap<>();
  private List<Alert> alerts = new ArrayList<>();

  /** Starts with these detectors, and empty states. */
  public Rampart(List<Detector> detectors) {
    this.stream =
        new SignalStream(
            List.of(new DetectionEngine(detectors)),
            HASH,
            (_, found, signal) -> found(found, signal));
  }

  @Override
  public List<Alert> take(Signal signal) {
    stream.take(signal);
    if (alerts.isEmpty()) {
      return List.of();
    }
    List<Alert> raised = alerts;
    alerts = new ArrayList<>();
    return raised;
  }

  private void found(Found found, Signal signal) {
    Key key = new Key(found.detector(), found.subject());
    Instant seen = signal.observedAt();
    Incident known = incidents.get(key);
    if (known == null || known.isOver(seen)) {
      incidents.put(key, Incident.open(found.id(), found.severity(), seen));
      alerts.add(alert(found, signal));
    } else if (known.isChangedBy(found.severity(), seen)) {
      incidents.put(key, known.changedBy(found.severity(), seen));
      alerts.add(alert(found, signal));
    }
  }

  /** Some detectors share a kind; whom they accuse tells them apart. */
  private static Alert alert(Found found, Signal signal) {
    return new Alert(
        found.detector().name() + " " + found.subject().kind().wireName(),
        found.subject(),
        signal,
        found.detector().isInformational() ? AlertResponse.INFORM : AlertResponse.NOTIFY);
  }
}
