package dev.rampart.local.logs.pattern;

/** A filter pattern that cannot be parsed; the message says why, as the end of a sentence. */
public final class InvalidPatternException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidPatternException(String reason) {
    super(reason);
  }
}
