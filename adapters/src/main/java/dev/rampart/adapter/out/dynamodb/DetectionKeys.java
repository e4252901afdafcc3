package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.FindingPosition;
import dev.rampart.domain.detection.signal.Subject;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keys of the detection table: the state of a subject and the ids of its newest findings lie in one
 * partition, each finding in its own, and the notifications of an hour in another.
 */
final class DetectionKeys {
  /** Index over all findings: {@code listed}, then {@code openedKey}. */
  static final String FINDINGS_INDEX = "Findings";

  /** Index over the findings about a subject: {@code subjectKey}, then {@code openedKey}. */
  static final String BY_SUBJECT_INDEX = "FindingsBySubject";

  /** Index over the findings that somebody has to look after: {@code watched}, {@code dueAt}. */
  static final String DUE_INDEX = "FindingsDue";

  /** The one partition of the indexes over all findings. */
  static final String ALL_FINDINGS = "findings#all";

  /** In front of a subject's name: short, since it is in the item of every state. */
  private static final String STATE = "of#";

  private DetectionKeys() {}

  static Map<String, AttributeValue> state(Subject subject) {
    return Attributes.key(STATE + subject(subject), "s");
  }

  /** Returns the key of the item that names the newest finding of a detector about a subject. */
  static Map<String, AttributeValue> newestFinding(Subject subject, DetectorKind detector) {
    return Attributes.key(STATE + subject(subject), "finding#" + detector.name());
  }

  static Map<String, AttributeValue> finding(FindingId id) {
    return Attributes.key("finding#" + id.text(), "finding");
  }

  static Map<String, AttributeValue> notifications(Instant hour) {
    return Attributes.key("notified#" + Rfc3339.format(hour), "count");
  }

  /** Returns the partition of the index of findings by subject. */
  static String subject(Subject subject) {
    return subject.kind().wireName() + "#" + subject.name();
  }

  /** Returns what findings are sorted by in the indexes that list them. */
  static String opened(FindingPosition position) {
    return Rfc3339.format(position.openedAt()) + "#" + position.id().text();
  }
}
