package dev.rampart.benchmark.detection.cost;

import dev.rampart.domain.detection.engine.Found;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.usecase.FindingPublication;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The findings of a flood, published at once, with the notifications of each hour. */
final class FloodFindings {
  private record Key(Subject subject, DetectorKind detector) {}

  private final Map<Key, FindingRecord> records = new HashMap<>();
  private final Map<Instant, Integer> notified = new HashMap<>();
  private long updates;

  void take(Found found, Signal signal) {
    Finding finding = found.finding(List.of(signal));
    Instant at = signal.observedAt();
    FindingRecord record =
        records.compute(
            new Key(finding.subject(), finding.detector()),
            (_, known) ->
                known == null ? FindingRecord.open(finding, at) : known.foundAgain(finding, at));
    if (record.needsPublishing()) {
      Threat threat = record.threat(notificationsLeft(record, at));
      updates += threat.change() == Threat.Change.UPDATED ? 1 : 0;
      records.put(new Key(finding.subject(), finding.detector()), record.published(threat));
    }
  }

  private OptionalInt notificationsLeft(FindingRecord record, Instant at) {
    Instant hour = at.truncatedTo(ChronoUnit.HOURS);
    int limit = FindingPublication.hourlyLimit(record.finding().subject().kind());
    int taken = notified.getOrDefault(hour, 0);
    if (!record.deservesNotification() || taken >= limit) {
      return OptionalInt.empty();
    }
    notified.put(hour, taken + 1);
    return OptionalInt.of(limit - taken - 1);
  }

  /** Returns how many findings there are about subjects of these kinds. */
  long count(Set<SubjectKind> kinds) {
    return records.keySet().stream().filter(key -> kinds.contains(key.subject().kind())).count();
  }

  long updates() {
    return updates;
  }

  /** Returns how often people are notified. */
  int notifications() {
    return notified.values().stream().mapToInt(Integer::intValue).sum();
  }
}
