package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.Scope;
import dev.rampart.domain.detection.Subject;
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
        AttributeValue.fromS("source#" + word(subject.scope()) + "#" + subject.name()),
        "sk",
        AttributeValue.fromS(sort));
  }

  private static String word(Scope scope) {
    return switch (scope) {
      case IP -> "ip";
      case PRINCIPAL -> "principal";
      case CLIENT -> "client";
      case API_KEY -> "key";
      case SIGNATURE -> "signature";
      case GLOBAL -> "global";
    };
  }
}
