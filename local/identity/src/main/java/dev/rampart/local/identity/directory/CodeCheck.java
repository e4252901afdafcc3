package dev.rampart.local.identity.directory;

/** How a one-time code was received. */
public enum CodeCheck {
  RIGHT,
  WRONG,
  /** Right, but accepted once before: it may have been seen by others. */
  USED,
  LOCKED_OUT
}
