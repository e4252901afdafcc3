package dev.rampart.local.account;

/** How a question to an account came out. */
public enum Outcome {
  /** Nothing stands in the way. */
  OK,
  /** Works, but somebody should know or decide. */
  HINT,
  /** Could not be asked. */
  UNKNOWN,
  /** A deployment would fail, or break what is there. */
  FAILED
}
