package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.signal.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A {@link FindingStore} in a map. */
public final class InMemoryFindingStore implements FindingStore {
  private record Key(Subject subject, String detector) {}

  private record Kept(PublicationState state, Severity severity, Instant lastAt) {}

  private final Map<Key, Kept> kept = new HashMap<>();

  @Override
  public synchronized PublicationState openOrUpdate(Finding finding) {
    Kept now =
        kept.merge(
            key(finding),
            new Kept(
                new PublicationState(finding.id(), 1, 0), finding.severity(), finding.lastSeen()),
            (open, _) -> noted(open, finding));
    return now.state();
  }

  private static Kept noted(Kept open, Finding finding) {
    Instant seen = finding.lastSeen();
    if (open.lastAt().isBefore(seen.minus(Finding.CLOSED_AFTER))) {
      return new Kept(new PublicationState(finding.id(), 1, 0), finding.severity(), seen);
    }
    if (open.severity().compareTo(finding.severity()) >= 0
        && !open.lastAt().isBefore(seen.minus(Finding.UPDATE_INTERVAL))) {
      return open;
    }
    FindingStore.PublicationState state = open.state();
    return new Kept(
        new PublicationState(state.id(), state.version() + 1, state.publishedVersion()),
        finding.severity(),
        seen.isAfter(open.lastAt()) ? seen : open.lastAt());
  }

  @Override
  public synchronized void markPublished(Finding finding, PublicationState published) {
    kept.computeIfPresent(
        key(finding),
        (_, open) ->
            open.state().id().equals(published.id())
                    && open.state().publishedVersion() < published.version()
                ? new Kept(
                    new PublicationState(
                        published.id(), open.state().version(), published.version()),
                    open.severity(),
                    open.lastAt())
                : open);
  }

  private static Key key(Finding finding) {
    return new Key(finding.subject(), finding.detector());
  }
}
