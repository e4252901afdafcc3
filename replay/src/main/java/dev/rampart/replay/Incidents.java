package dev.rampart.replay;

import dev.rampart.domain.detection.engine.Found;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Incident;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The incidents of a replay: what is found again and again is told once, and updated at times. */
final class Incidents {
  private record Key(Subject subject, DetectorKind detector) {}

  private final Map<Key, Incident> open = new HashMap<>();
  private Instant cleanedAt = Instant.MIN;

  /** Returns the threat that is to be told; empty if nothing changed. */
  Optional<Threat> take(Found found, Signal signal) {
    Instant seen = signal.observedAt();
    forgetOld(seen);
    Key key = new Key(found.subject(), found.detector());
    Optional<Incident> before =
        Optional.ofNullable(open.get(key)).filter(incident -> !incident.isOver(seen));
    if (before.filter(incident -> !incident.isChangedBy(found.severity(), seen)).isPresent()) {
      return Optional.empty();
    }
    Incident now =
        before
            .map(incident -> incident.changedBy(found.severity(), seen))
            .orElseGet(() -> Incident.open(found.id(), found.severity(), seen));
    open.put(key, now);
    return Optional.of(
        new Threat(
            before.isPresent() ? Threat.Change.UPDATED : Threat.Change.DETECTED,
            found.finding(List.of(signal)).withId(now.id()),
            now.version(),
            seen));
  }

  /** Keeps memory bounded: what is over can only be opened anew. */
  private void forgetOld(Instant seen) {
    if (cleanedAt.isBefore(seen.minus(Incident.CLOSED_AFTER))) {
      // Late signals may be a while behind.
      Instant latest = seen.minus(Incident.CLOSED_AFTER);
      open.values().removeIf(incident -> incident.isOver(latest));
      cleanedAt = seen;
    }
  }
}
