package dev.rampart.local.metrics.math;

/** An expression that cannot be read or evaluated. */
public final class MathException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param message the rest of a sentence that begins with the expression, without a full stop
   */
  public MathException(String message) {
    super(message, null, false, false);
  }
}
