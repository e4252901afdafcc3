package dev.rampart.domain.detection.finding;

import java.util.Arrays;
import java.util.Optional;

/** How severe a finding is, mildest first. */
public enum Severity {
  LOW("low"),
  MEDIUM("medium"),
  HIGH("high"),
  CRITICAL("critical");

  private final String wireName;

  Severity(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in events and metrics. */
  public String wireName() {
    return wireName;
  }

  /** Returns the one with that name; empty if there is none. */
  public static Optional<Severity> of(String wireName) {
    return Arrays.stream(values()).filter(each -> each.wireName.equals(wireName)).findFirst();
  }
}
