package dev.rampart.domain.detection.signal;

/** The gates that a request passes, in order; each can refuse it. */
public enum Gate {
  /** Framing, and paths or methods that do not exist. */
  EDGE("edge"),
  WAF("waf"),
  TOKEN("token"),
  PLAN("plan"),
  SCHEMA("schema"),
  INPUT("input"),
  INSPECTION("inspection"),
  DOMAIN("domain"),
  /** What the API needs and gets no answer from. Nobody is suspected: it is never in a signal. */
  DEPENDENCY("dependency");

  private final String wireName;

  Gate(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in problems, logs and events. */
  public String wireName() {
    return wireName;
  }
}
