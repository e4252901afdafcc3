package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.Incident;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.port.out.FindingStore.PublicationState;
import java.time.Instant;
import java.util.Arrays;
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

  Incident incident() {
    PublicationState state = state();
    return new Incident(
        state.id(),
        severity(number("sev")),
        Instant.ofEpochMilli(number("lastAt")),
        state.version());
  }

  private long number(String name) {
    return Long.parseLong(Objects.requireNonNull(item.get(name)).n());
  }

  private static Severity severity(long rank) {
    return Arrays.stream(Severity.values())
        .filter(severity -> rank(severity) == rank)
        .findFirst()
        .orElseThrow();
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
