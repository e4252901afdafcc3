package dev.rampart.local.tables.expression;

/** Why an expression is refused, without the name of the parameter that held it. */
final class Flaw extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean counted;

  Flaw(String message) {
    this(message, false);
  }

  private Flaw(String message, boolean counted) {
    super(message, null, false, false);
    this.counted = counted;
  }

  /** Returns a flaw that the service counts among the violations of a write. */
  static Flaw counted(String message) {
    return new Flaw(message, true);
  }

  boolean isCounted() {
    return counted;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
