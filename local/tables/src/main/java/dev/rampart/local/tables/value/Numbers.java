package dev.rampart.local.tables.value;

import static dev.rampart.local.tables.value.Refusals.invalid;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers within DynamoDB's limits: 38 digits, magnitudes from 1E-130 to below 1E+126. */
public final class Numbers {
  private static final int DIGITS_MAX = 38;
  private static final int EXPONENT_MAX = 125;
  private static final int EXPONENT_MIN = -130;
  // Longer texts are all zeros or more digits than fit; parsing them would only cost time.
  private static final int TEXT_MAX = 1000;
  private static final Pattern SYNTAX =
      Pattern.compile("[+-]?(?:\\d++\\.?\\d*+|\\.\\d++)(?:[eE][+-]?\\d{1,9})?");

  private Numbers() {}

  /** Reads a number from its text. */
  public static Value.Num read(String text) {
    if (text.isEmpty()) {
      throw invalid("The parameter cannot be converted to a numeric value");
    }
    if (text.length() > TEXT_MAX || !SYNTAX.matcher(text).matches()) {
      throw invalid("The parameter cannot be converted to a numeric value: " + text);
    }
    return checked(new BigDecimal(text));
  }

  /** Returns a number in its normal form, or refuses it where it exceeds a limit. */
  public static Value.Num checked(BigDecimal number) {
    BigDecimal normal = normal(number);
    int exponent = normal.precision() - normal.scale() - 1;
    if (normal.signum() != 0 && exponent > EXPONENT_MAX) {
      throw invalid(
          "Number overflow. Attempting to store a number with magnitude larger than supported"
              + " range");
    }
    if (normal.signum() != 0 && exponent < EXPONENT_MIN) {
      throw invalid(
          "Number underflow. Attempting to store a number with magnitude smaller than supported"
              + " range");
    }
    if (normal.precision() > DIGITS_MAX) {
      throw invalid("Attempting to store more than 38 significant digits in a Number");
    }
    return new Value.Num(normal);
  }

  static BigDecimal normal(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  /** Returns the text that answers carry: plain digits, never an exponent. */
  public static String text(BigDecimal number) {
    return number.toPlainString();
  }
}
