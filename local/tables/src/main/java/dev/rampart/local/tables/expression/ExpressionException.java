package dev.rampart.local.tables.expression;

/** Why an expression is refused, without the name of the parameter that held it. */
final class ExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean counted;

  ExpressionException(String message) {
    this(message, false);
  }

  private ExpressionException(String message, boolean counted) {
    super(message, null, false, false);
    this.counted = counted;
  }

  /** Returns a flaw that the service counts among the violations of a write. */
  static ExpressionException counted(String message) {
    return new ExpressionException(message, true);
  }

  boolean isCounted() {
    return counted;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
