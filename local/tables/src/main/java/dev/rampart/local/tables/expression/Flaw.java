package dev.rampart.local.tables.expression;

/** Why an expression is refused, without the name of the parameter that held it. */
final class Flaw extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Flaw(String message) {
    super(message, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
