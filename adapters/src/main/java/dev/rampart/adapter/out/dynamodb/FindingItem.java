package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.Incident;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.port.out.FindingStore.PublicationState;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The item of an open finding: {@code uid}, {@code lastAt} in milliseconds, {@code sev}, {@code
 * ver} and, for the newest version that was published, {@code told}.
 */
record FindingItem(Map<String, AttributeValue> item) {

  PublicationState state() {
    return new PublicationState(
        new FindingId(Objects.requireNonNull(item.get("uid")).s()), number("ver"), number("told"));
  }

  /** Returns whether the finding gives the open one a new version. */
  boolean needsNewVersion(Finding finding) {
    return rank(finding.severity()) > number("sev")
        || number("lastAt") < finding.lastSeen().minus(Incident.UPDATE_INTERVAL).toEpochMilli();
  }

  /** Returns the rank of the highest severity that the finding ever had. */
  long highest(Severity found) {
    return Math.max(rank(found), number("sev"));
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
