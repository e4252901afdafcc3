package dev.rampart.domain.detection.block;

/** What the firewall is known to do about a block. */
public enum BlockState {
  /** The firewall does not hold it yet, or not any more because the set is full. */
  PENDING("pending"),
  /** It would be enforced if this were no dry run. */
  WOULD_BE("wouldBe"),
  /** The firewall holds it. */
  ENFORCED("enforced"),
  /** It is over, and the firewall does not hold it any more. */
  REMOVED("removed");

  private final String wireName;

  BlockState(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in the API and in what is stored. */
  public String wireName() {
    return wireName;
  }
}
