package dev.rampart.local.logs.pattern;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.IntPredicate;

/** A sign that compares, and what it says of two numbers. */
enum Comparison {
  EQUAL("=", sign -> sign == 0),
  NOT_EQUAL("!=", sign -> sign != 0),
  LESS_OR_EQUAL("<=", sign -> sign <= 0),
  LESS("<", sign -> sign < 0),
  GREATER_OR_EQUAL(">=", sign -> sign >= 0),
  GREATER(">", sign -> sign > 0);

  private static final Map<String, Comparison> TWO_CHARACTERS =
      Map.of("!=", NOT_EQUAL, "<=", LESS_OR_EQUAL, ">=", GREATER_OR_EQUAL);

  /** More digits say nothing in a log, and cost time. */
  private static final int DIGITS_MAX = 40;

  private static final int EXPONENT_MAX = 400;

  private final String sign;
  private final IntPredicate holds;

  Comparison(String sign, IntPredicate holds) {
    this.sign = sign;
    this.holds = holds;
  }

  static Comparison take(PatternReader reader) throws InvalidPatternException {
    for (Map.Entry<String, Comparison> each : TWO_CHARACTERS.entrySet()) {
      if (reader.take(each.getKey())) {
        return each.getValue();
      }
    }
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
    return holds.test(left.compareTo(right));
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
