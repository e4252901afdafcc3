package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.signal.Subject;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys of the detection table: everything about one subject lies in one partition. */
final class DetectionKeys {
  private DetectionKeys() {}

  static Map<String, AttributeValue> state(Subject subject) {
    return key(subject, "s");
  }

  static Map<String, AttributeValue> finding(Subject subject, DetectorKind detector) {
    return key(subject, "finding#" + detector.name());
  }

  private static Map<String, AttributeValue> key(Subject subject, String sort) {
    return Map.of(
        "pk",
        AttributeValue.fromS("source#" + subject.kind().wireName() + "#" + subject.name()),
        "sk",
        AttributeValue.fromS(sort));
  }
}
