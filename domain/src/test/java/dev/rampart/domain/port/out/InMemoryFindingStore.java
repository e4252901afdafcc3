package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Incident;
import dev.rampart.domain.detection.signal.Subject;
import java.util.HashMap;
import java.util.Map;

/** A {@link FindingStore} in a map. */
public final class InMemoryFindingStore implements FindingStore {
  private record Key(Subject subject, DetectorKind detector) {}

  private record Kept(Incident incident, long publishedVersion) {
    PublicationState state() {
      return new PublicationState(incident.id(), incident.version(), publishedVersion);
    }
  }

  private final Map<Key, Kept> kept = new HashMap<>();

  @Override
  public synchronized PublicationState openOrUpdate(Finding finding) {
    Kept opened = new Kept(Incident.open(finding.id(), finding.severity(), finding.lastSeen()), 0);
    return kept.merge(key(finding), opened, (open, _) -> noted(open, opened, finding)).state();
  }

  private static Kept noted(Kept open, Kept opened, Finding finding) {
    Incident incident = open.incident();
    if (incident.isOver(finding.lastSeen())) {
      return opened;
    }
    return incident.isChangedBy(finding.severity(), finding.lastSeen())
        ? new Kept(
            incident.changedBy(finding.severity(), finding.lastSeen()), open.publishedVersion())
        : open;
  }

  @Override
  public synchronized void markPublished(Finding finding, PublicationState published) {
    kept.computeIfPresent(
        key(finding),
        (_, open) ->
            open.incident().id().equals(published.id())
                    && open.publishedVersion() < published.version()
                ? new Kept(open.incident(), published.version())
                : open);
  }

  private static Key key(Finding finding) {
    return new Key(finding.subject(), finding.detector());
  }
}
