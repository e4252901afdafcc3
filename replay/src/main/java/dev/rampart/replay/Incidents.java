package dev.rampart.replay;

import dev.rampart.domain.detection.engine.Found;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Incident;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The incidents of a recording: what is found again and again is told once, and updated at times.
 */
final class Incidents {
  /** Longer than a state remembers when its activity began. */
  private static final Duration KNOWN_FOR = Duration.ofDays(3);

  /** An incident without its finding, which would take much more memory. */
  private record Known(Incident incident, boolean isSure) {}

  private final Map<DetectorKind, Map<Subject, Known>> newest = new EnumMap<>(DetectorKind.class);
  private Instant cleanedAt = Instant.MIN;

  /** Returns the threat that is to be told; empty if nothing changed. */
  Optional<Threat> take(Found found, Signal signal) {
    Instant seen = signal.observedAt();
    forgetOld(seen);
    Map<Subject, Known> ofDetector = newest.computeIfAbsent(found.detector(), _ -> new HashMap<>());
    Optional<Known> known = Optional.ofNullable(ofDetector.get(found.subject()));
    Optional<Known> before = known.filter(one -> !one.incident().isOver(seen));
    if (before.isPresent() && !isChanged(before.get(), found, seen)) {
      return Optional.empty();
    }
    Incident now =
        before
            .map(one -> one.incident().changedBy(found.severity(), seen))
            .orElseGet(() -> opened(known.map(Known::incident), found, seen));
    ofDetector.put(found.subject(), new Known(now, found.isSureByEvidence()));
    return Optional.of(
        new Threat(
            before.isPresent() ? Threat.Change.UPDATED : Threat.Change.DETECTED,
            found.finding(List.of(signal)).withId(now.id()),
            now.version(),
            seen,
            Optional.empty(),
            OptionalInt.empty()));
  }

  /** The rule of {@link dev.rampart.domain.detection.finding.FindingRecord#foundAgain}. */
  private static boolean isChanged(Known before, Found found, Instant seen) {
    return before.incident().isChangedBy(found.severity(), seen)
        || (!before.isSure() && found.isSureByEvidence());
  }

  private static Incident opened(Optional<Incident> over, Found found, Instant seen) {
    return over.map(last -> last.followedBy(found.id(), found.firstSeen(), found.severity(), seen))
        .orElseGet(() -> Incident.open(found.id(), found.severity(), seen));
  }

  /** Returns how many incidents are remembered. */
  int size() {
    return newest.values().stream().mapToInt(Map::size).sum();
  }

  /** Keeps memory bounded, also if a time far ahead was followed by earlier ones. */
  private void forgetOld(Instant seen) {
    if (cleanedAt.isBefore(seen.minus(Incident.CLOSED_AFTER))
        || cleanedAt.isAfter(seen.plus(KNOWN_FOR))) {
      Instant latest = seen.minus(KNOWN_FOR);
      newest.values().forEach(all -> all.values().removeIf(one -> one.incident().isOver(latest)));
      cleanedAt = seen;
    }
  }
}
