package dev.rampart.domain.monitoring;

/** The parts of a {@link SystemStatus}, each of which can be unknown while the others are known. */
public enum StatusPart {
  SOURCES("sources"),
  QUEUES("queues"),
  DEAD_LETTERS("deadLetters"),
  FUNCTIONS("functions"),
  ALARMS("alarms");

  private final String wireName;

  StatusPart(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in answers, which is that of the member it stands for. */
  public String wireName() {
    return wireName;
  }
}
