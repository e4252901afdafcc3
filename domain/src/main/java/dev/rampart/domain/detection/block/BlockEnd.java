package dev.rampart.domain.detection.block;

/** Why a block is over, or why the firewall does not hold it any more. */
public enum BlockEnd {
  EXPIRED("expired"),
  /** A person took it back, or said that its finding was a false positive. */
  UNDONE("undone"),
  /** The source became one that is never blocked. */
  PROTECTED("protected"),
  /** Blocking was switched to the dry run. */
  DRY_RUN("dryRun"),
  /** It is still wanted, but the set of the firewall is full, and others are wanted more. */
  DISPLACED("displaced");

  private final String wireName;

  BlockEnd(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in events and in what is stored. */
  public String wireName() {
    return wireName;
  }
}
