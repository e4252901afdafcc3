package dev.rampart.domain.detection.finding;

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
}
