package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys of the detection table: everything about one subject lies in one partition. */
final class DetectionKeys {
  private DetectionKeys() {}

  static Map<String, AttributeValue> profile(Subject subject) {
    return key(subject, "profile");
  }

  static Map<String, AttributeValue> finding(Subject subject, String detector) {
    return key(subject, "finding#" + detector);
  }

  private static Map<String, AttributeValue> key(Subject subject, String sort) {
    return Map.of(
        "pk",
        AttributeValue.fromS("source#" + keyName(subject.kind()) + "#" + subject.name()),
        "sk",
        AttributeValue.fromS(sort));
  }

  /** Returns the name in keys, which differs from that in events for one kind. */
  private static String keyName(SubjectKind kind) {
    return kind == SubjectKind.API_KEY ? "key" : kind.wireName();
  }
}
