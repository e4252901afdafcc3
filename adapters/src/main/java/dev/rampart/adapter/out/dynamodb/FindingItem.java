package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;
import static dev.rampart.adapter.out.dynamodb.Attributes.text;
import static dev.rampart.adapter.out.dynamodb.Attributes.time;

import dev.rampart.domain.detection.finding.Contribution;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.EvidenceLine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.FindingPosition;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.Incident;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A finding as an item: its life ({@code version}, {@code told}, {@code state} and their times),
 * the newest version in {@code finding}, and the keys of the indexes. It has {@code watched} and
 * {@code dueAt} only while somebody has to look after it.
 */
final class FindingItem {
  /** So long after its last change, a finding is forgotten. */
  static final Duration KEPT = Duration.ofDays(90);

  private FindingItem() {}

  static Map<String, AttributeValue> write(FindingRecord record) {
    Incident incident = record.incident();
    Finding finding = record.finding();
    Map<String, AttributeValue> item = new HashMap<>(DetectionKeys.finding(record.id()));
    item.put("id", text(record.id().text()));
    item.put("severity", text(incident.severity().wireName()));
    item.put("lastSeen", time(incident.lastSeen()));
    item.put("version", number(incident.version()));
    item.put("told", number(record.publishedVersion()));
    item.put("openedAt", time(record.openedAt()));
    item.put("openedVersion", number(record.openedVersion()));
    item.put("changedAt", time(record.changedAt()));
    item.put("state", text(record.state().wireName()));
    item.put("detector", text(finding.detector().name()));
    item.put("scope", text(finding.subject().kind().wireName()));
    item.put("subject", text(finding.subject().name()));
    item.put("finding", AttributeValue.fromM(finding(finding)));
    record.resolution().ifPresent(why -> item.put("resolution", ResolutionItem.write(why)));
    record.notified().ifPresent(severity -> item.put("notified", text(severity.wireName())));
    item.put("expiresAt", number(record.changedAt().plus(KEPT).getEpochSecond()));
    item.put("listed", text(DetectionKeys.ALL_FINDINGS));
    item.put("openedKey", text(DetectionKeys.opened(FindingPosition.of(record))));
    item.put("subjectKey", text(DetectionKeys.subject(finding.subject())));
    record
        .dueAt()
        .ifPresent(
            due -> {
              item.put("watched", text(DetectionKeys.ALL_FINDINGS));
              item.put("dueAt", number(due.toEpochMilli()));
            });
    return item;
  }

  private static Map<String, AttributeValue> finding(Finding finding) {
    Measure measure = finding.measure();
    return Map.of(
        "severity", text(finding.severity().wireName()),
        "firstSeen", time(finding.firstSeen()),
        "lastSeen", time(finding.lastSeen()),
        "signals", number(finding.signalCount()),
        "measured", text(measure.name()),
        "value", AttributeValue.fromN(Double.toString(measure.value())),
        "threshold", AttributeValue.fromN(Double.toString(measure.threshold())),
        "evidence",
            AttributeValue.fromL(finding.evidence().stream().map(FindingItem::line).toList()),
        "explanation", text(finding.explanation()));
  }

  private static AttributeValue line(EvidenceLine line) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("point", text(line.point().name()));
    item.put("count", number(line.count()));
    item.put(
        "examples",
        AttributeValue.fromL(line.examples().stream().map(id -> text(id.text())).toList()));
    line.contribution().ifPresent(adds -> item.put("adds", contribution(adds)));
    return AttributeValue.fromM(item);
  }

  /** In the order of the record's components: names would be longer than what they name. */
  private static AttributeValue contribution(Contribution adds) {
    return AttributeValue.fromL(
        DoubleStream.of(
                adds.weight(), adds.different(), adds.repeats(), adds.repeatWeight(), adds.points())
            .mapToObj(value -> AttributeValue.fromN(Double.toString(value)))
            .toList());
  }

  private static Contribution contribution(AttributeValue adds) {
    double[] of = adds.l().stream().mapToDouble(value -> Double.parseDouble(value.n())).toArray();
    return new Contribution(of[0], of[1], of[2], of[3], of[4]);
  }

  /**
   * Reads a finding; empty if it speaks of a detector or a point that there is not any more: an
   * older release may have written it.
   */
  static Optional<FindingRecord> read(StoredItem item) {
    try {
      return Optional.of(record(item));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static FindingRecord record(StoredItem item) {
    return new FindingRecord(
        new Incident(
            new FindingId(item.text("id")),
            severity(item.text("severity")),
            item.time("lastSeen"),
            item.number("version")),
        finding(item, item.map("finding")),
        item.time("openedAt"),
        item.number("openedVersion"),
        item.time("changedAt"),
        item.find("resolution")
            .map(AttributeValue::m)
            .map(StoredItem::new)
            .map(ResolutionItem::read),
        item.number("told"),
        item.find("notified").map(AttributeValue::s).map(FindingItem::severity));
  }

  private static Finding finding(StoredItem item, StoredItem finding) {
    return new Finding(
        new FindingId(item.text("id")),
        DetectorKind.valueOf(item.text("detector")),
        severity(finding.text("severity")),
        new Subject(scope(item.text("scope")), item.text("subject")),
        finding.time("firstSeen"),
        finding.time("lastSeen"),
        finding.number("signals"),
        new Measure(finding.text("measured"), finding.real("value"), finding.real("threshold")),
        finding.list("evidence").stream().map(line -> line(new StoredItem(line.m()))).toList(),
        finding.text("explanation"));
  }

  private static EvidenceLine line(StoredItem line) {
    List<SignalId> examples =
        line.list("examples").stream().map(id -> new SignalId(id.s())).toList();
    return new EvidenceLine(
        DetectionPoint.valueOf(line.text("point")),
        line.number("count"),
        examples,
        line.find("adds").map(FindingItem::contribution));
  }

  private static Severity severity(String wireName) {
    return Severity.of(wireName).orElseThrow(IllegalArgumentException::new);
  }

  private static SubjectKind scope(String wireName) {
    return SubjectKind.of(wireName).orElseThrow(IllegalArgumentException::new);
  }
}
