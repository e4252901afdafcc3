package dev.rampart.local.logs.pattern;

import java.math.BigDecimal;

/**
 * What a value is compared with: a number, or a text with stars, or a regular expression.
 *
 * @param quoted whether the value stood in quotes, and so is a text whatever it holds
 */
record ValueTest(Comparison comparison, TextTest text, String value, boolean quoted) {

  static ValueTest take(PatternReader reader, Comparison comparison)
      throws InvalidPatternException {
    reader.skipSpace();
    ValueTest test = value(reader, comparison);
    if (comparison.orders() && !test.isNumeric()) {
      throw reader.fault("'" + test.value + "' is not a number, and only numbers have an order");
    }
    return test;
  }

  private static ValueTest value(PatternReader reader, Comparison comparison)
      throws InvalidPatternException {
    if (reader.peek() == '%') {
      return new ValueTest(comparison, reader.regex(), "", true);
    }
    boolean quoted = reader.peek() == '"';
    String value = quoted ? reader.quoted() : reader.takeWhile(ValueTest::isUnquoted);
    if (value.isEmpty() && !quoted) {
      throw reader.fault("a value is missing");
    }
    return new ValueTest(comparison, TextTest.wildcard(value), value, quoted);
  }

  private static boolean isUnquoted(int c) {
    return Character.isLetterOrDigit(c) || "_*.-+:/@#".indexOf(c) >= 0;
  }

  boolean isNumeric() {
    return !quoted && Comparison.isNumber(value);
  }

  boolean holdsText(String other) {
    return comparison.holds(text.holds(other));
  }

  boolean holdsNumber(BigDecimal other) {
    return comparison.holds(other, new BigDecimal(value));
  }
}
