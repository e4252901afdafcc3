package dev.rampart.domain.detection.block;

/** Whether blocks reach the firewall. */
public enum BlockingMode {
  /** Blocks are decided, kept and shown, and the firewall gets none. */
  DRY_RUN("dryRun"),
  /** Blocks are enforced. */
  ON("on");

  private final String wireName;

  BlockingMode(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in the API. */
  public String wireName() {
    return wireName;
  }
}
