package dev.rampart.domain.monitoring;

/** What a queue is for. */
public enum QueueKind {
  /** Its messages are work that a function, or a subscriber, takes. */
  WORK("work"),
  /** Nobody takes its messages: each is work that failed for good. */
  DEAD_LETTERS("deadLetters");

  private final String wireName;

  QueueKind(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in answers. */
  public String wireName() {
    return wireName;
  }
}
