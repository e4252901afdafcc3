package dev.rampart.local.tables.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The text of a decimal number, taken apart in one pass: {@code [+-]digits[.digits][e[+-]digits]}.
 * Only the digits from the first to the last that is not zero become a number, since that takes a
 * time which grows faster than their count.
 *
 * @param digits without the point; empty if the number is zero
 * @param power the power of ten by which they are to be multiplied
 */
record DecimalText(boolean negative, String digits, int power) {
  /** So many that the power cannot overflow. */
  private static final int EXPONENT_DIGITS_MAX = 9;

  /** Takes a text apart; empty if it is no number. */
  static Optional<DecimalText> parse(String text) {
    int start = isSign(text, 0) ? 1 : 0;
    int first = -1;
    int last = -1;
    int point = -1;
    int at = start;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '.' && point < 0) {
        point = at;
      } else if (!isDigit(c)) {
        break;
      } else if (c != '0') {
        first = first < 0 ? at : first;
        last = at;
      }
    }
    boolean hasDigits = at - start > (point < 0 ? 0 : 1);
    if (!hasDigits || !isExponent(text, at)) {
      return Optional.empty();
    }
    if (first < 0) {
      return Optional.of(new DecimalText(false, "", 0));
    }
    int exponent = at == text.length() ? 0 : Integer.parseInt(text.substring(at + 1));
    String digits = text.substring(first, last + 1).replace(".", "");
    return Optional.of(
        new DecimalText(
            text.charAt(0) == '-', digits, exponent + power(last, point < 0 ? at : point)));
  }

  /** Returns the power of ten of a digit by its distance from the point. */
  private static int power(int digit, int point) {
    return digit < point ? point - digit - 1 : point - digit;
  }

  private static boolean isExponent(String text, int at) {
    if (at == text.length()) {
      return true;
    }
    int digits = at + 1 + (isSign(text, at + 1) ? 1 : 0);
    int count = text.length() - digits;
    return (text.charAt(at) == 'e' || text.charAt(at) == 'E')
        && count >= 1
        && count <= EXPONENT_DIGITS_MAX
        && text.chars().skip(digits).allMatch(DecimalText::isDigit);
  }

  private static boolean isSign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  boolean isZero() {
    return digits.isEmpty();
  }

  /** Returns the power of ten of the first digit. */
  int magnitude() {
    return digits.length() - 1 + power;
  }

  BigDecimal number() {
    BigInteger unscaled = new BigInteger(digits);
    return new BigDecimal(negative ? unscaled.negate() : unscaled, -power);
  }
}
