package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.Finding;
import dev.rampart.domain.detection.FindingId;
import dev.rampart.domain.detection.Severity;
import dev.rampart.domain.port.out.FindingStore.Standing;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The item of an open finding: {@code uid}, {@code lastAt} in ms, {@code sev}, {@code ver}, {@code
 * told}.
 */
record FindingRecord(Map<String, AttributeValue> item) {

  Standing standing() {
    return new Standing(
        new FindingId(Objects.requireNonNull(item.get("uid")).s()), number("ver"), number("told"));
  }

  /** Says whether the finding is news beside what is open. */
  boolean isNews(Finding finding) {
    return rank(finding.severity()) > number("sev")
        || number("lastAt") < finding.lastSeen().minus(Finding.QUIET).toEpochMilli();
  }

  long lastAt() {
    return number("lastAt");
  }

  private long number(String name) {
    return Long.parseLong(Objects.requireNonNull(item.get(name)).n());
  }

  static long rank(Severity severity) {
    return switch (severity) {
      case LOW -> 1;
      case MEDIUM -> 2;
      case HIGH -> 3;
      case CRITICAL -> 4;
    };
  }
}
