package dev.rampart.domain.detection.trail;

/** What became of a request. */
public enum RequestOutcome {
  /** No gate refused it. */
  PASSED("passed"),
  REFUSED("refused"),
  /** A part of ours, or one that the API needs, did not do its work. */
  FAILED("failed"),
  /** A gate found it suspicious and let it through; another log says what became of it. */
  REPORTED("reported");

  private final String wireName;

  RequestOutcome(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in the API. */
  public String wireName() {
    return wireName;
  }
}
