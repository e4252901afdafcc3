package dev.rampart.local.logs.pattern;

import java.math.BigDecimal;

/** A sign that compares two values; in the order in which they are tried, the longer ones first. */
enum Comparison {
  NOT_EQUAL("!="),
  LESS_OR_EQUAL("<="),
  GREATER_OR_EQUAL(">="),
  EQUAL("="),
  LESS("<"),
  GREATER(">");

  /** More digits say nothing in a log, and cost time. */
  private static final int DIGITS_MAX = 40;

  private static final int EXPONENT_MAX = 400;

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  static Comparison take(PatternReader reader) throws InvalidPatternException {
    for (Comparison each : values()) {
      if (reader.take(each.sign)) {
        return each;
      }
    }
    throw reader.fault("a comparison is missing");
  }

  /** Says whether this one is of numbers only. */
  boolean orders() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  boolean holds(BigDecimal left, BigDecimal right) {
    int order = left.compareTo(right);
    return switch (this) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS_OR_EQUAL -> order <= 0;
      case LESS -> order < 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case GREATER -> order > 0;
    };
  }

  boolean holds(boolean equal) {
    return equal == (this == EQUAL);
  }

  /** Says whether a text is a number that can be compared at little cost. */
  static boolean isNumber(String text) {
    return text.length() <= DIGITS_MAX
        && text.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?")
        && Math.abs(new BigDecimal(text).scale()) <= EXPONENT_MAX;
  }
}
