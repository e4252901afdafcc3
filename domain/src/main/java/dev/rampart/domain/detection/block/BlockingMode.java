package dev.rampart.domain.detection.block;

/** Whether blocks reach the firewall. */
public enum BlockingMode {
  /** Blocks are decided, kept and shown, and the firewall gets none. */
  DRY_RUN,
  /** Blocks are enforced. */
  ON
}
