package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.Finding;
import dev.rampart.domain.detection.Severity;
import dev.rampart.domain.detection.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A {@link FindingStore} in a map. */
public final class InMemoryFindingStore implements FindingStore {
  private record Key(Subject subject, String detector) {}

  private record Kept(Standing standing, Severity severity, Instant lastAt) {}

  private final Map<Key, Kept> kept = new HashMap<>();

  @Override
  public synchronized Standing keep(Finding finding) {
    var now =
        kept.merge(
            key(finding),
            new Kept(new Standing(finding.id(), 1, 0), finding.severity(), finding.lastSeen()),
            (open, _) -> noted(open, finding));
    return now.standing();
  }

  private static Kept noted(Kept open, Finding finding) {
    var seen = finding.lastSeen();
    if (open.lastAt().isBefore(seen.minus(Finding.SILENCE))) {
      return new Kept(new Standing(finding.id(), 1, 0), finding.severity(), seen);
    }
    if (open.severity().compareTo(finding.severity()) >= 0
        && !open.lastAt().isBefore(seen.minus(Finding.QUIET))) {
      return open;
    }
    var standing = open.standing();
    return new Kept(
        new Standing(standing.id(), standing.version() + 1, standing.toldVersion()),
        finding.severity(),
        seen.isAfter(open.lastAt()) ? seen : open.lastAt());
  }

  @Override
  public synchronized void told(Finding finding, Standing told) {
    kept.computeIfPresent(
        key(finding),
        (_, open) ->
            open.standing().id().equals(told.id()) && open.standing().toldVersion() < told.version()
                ? new Kept(
                    new Standing(told.id(), open.standing().version(), told.version()),
                    open.severity(),
                    open.lastAt())
                : open);
  }

  private static Key key(Finding finding) {
    return new Key(finding.subject(), finding.detector());
  }
}
