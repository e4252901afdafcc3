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
    Incident before = open.get(key);
    boolean isNew = before == null || before.isOver(seen);
    if (!isNew && !before.isChangedBy(found.severity(), seen)) {
      return Optional.empty();
    }
    Incident now =
        isNew
            ? Incident.open(found.id(), found.severity(), seen)
            : before.changedBy(found.severity(), seen);
    open.put(key, now);
    return Optional.of(
        new Threat(
            isNew ? Threat.Change.DETECTED : Threat.Change.UPDATED,
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
