package dev.rampart.domain.monitoring;

/** What an alarm says, the worst first. */
public enum AlarmLevel {
  ALARM("alarm"),
  INSUFFICIENT_DATA("insufficientData"),
  OK("ok");

  private final String wireName;

  AlarmLevel(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in answers. */
  public String wireName() {
    return wireName;
  }
}
