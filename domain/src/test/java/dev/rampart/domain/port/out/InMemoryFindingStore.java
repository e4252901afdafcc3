package dev.rampart.domain.port.out;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingFilter;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.FindingPage;
import dev.rampart.domain.detection.finding.FindingPosition;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.Resolution;
import dev.rampart.domain.detection.signal.Subject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link FindingStore} in maps. */
public final class InMemoryFindingStore implements FindingStore, FindingQueries {
  private record Key(Subject subject, DetectorKind detector) {
    static Key of(Finding finding) {
      return new Key(finding.subject(), finding.detector());
    }
  }

  private final Map<Key, FindingId> newest = new HashMap<>();
  private final Map<FindingId, FindingRecord> records = new HashMap<>();

  @Override
  public synchronized FindingRecord openOrUpdate(Finding finding, Instant at) {
    FindingRecord next =
        Optional.ofNullable(newest.get(Key.of(finding)))
            .flatMap(this::find)
            .map(known -> known.foundAgain(finding, at))
            .orElseGet(() -> FindingRecord.open(finding, at));
    newest.put(Key.of(finding), next.id());
    records.put(next.id(), next);
    return next;
  }

  @Override
  public synchronized Optional<FindingRecord> resolve(FindingRecord seen, Resolution reason) {
    return find(seen.id())
        .filter(known -> known.version() == seen.version())
        .map(known -> known.resolvedBy(reason))
        .map(
            resolved -> {
              records.put(resolved.id(), resolved);
              return resolved;
            });
  }

  @Override
  public synchronized void markPublished(FindingRecord published) {
    records.computeIfPresent(
        published.id(),
        (_, known) ->
            known.publishedVersion() < published.publishedVersion()
                ? known.markedAs(published)
                : known);
  }

  @Override
  public synchronized List<FindingRecord> due(Instant at, int max) {
    return records.values().stream()
        .filter(record -> record.dueAt().filter(due -> !due.isAfter(at)).isPresent())
        .sorted(Comparator.comparing(record -> record.dueAt().orElseThrow()))
        .limit(max)
        .toList();
  }

  @Override
  public synchronized Optional<FindingRecord> find(FindingId id) {
    return Optional.ofNullable(records.get(id));
  }

  @Override
  public synchronized FindingPage list(
      FindingFilter filter, Optional<FindingPosition> after, PageSize size) {
    List<FindingRecord> rest =
        records.values().stream()
            .filter(filter::takes)
            .sorted(Comparator.comparing(FindingPosition::of, FindingPosition.NEWEST_FIRST))
            .filter(record -> after.isEmpty() || isBehind(record, after.get()))
            .toList();
    if (rest.size() <= size.value()) {
      return new FindingPage(rest, Optional.empty());
    }
    List<FindingRecord> page = rest.subList(0, size.value());
    return new FindingPage(page, Optional.of(FindingPosition.of(page.getLast())));
  }

  private static boolean isBehind(FindingRecord record, FindingPosition position) {
    return FindingPosition.NEWEST_FIRST.compare(FindingPosition.of(record), position) > 0;
  }
}
