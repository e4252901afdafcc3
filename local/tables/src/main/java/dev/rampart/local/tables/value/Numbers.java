package dev.rampart.local.tables.value;

import static dev.rampart.local.tables.value.Refusals.invalid;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers within DynamoDB's limits: 38 digits, magnitudes from 1E-130 to below 1E+126. */
public final class Numbers {
  private static final int DIGITS_MAX = 38;
  private static final int EXPONENT_MAX = 125;
  private static final int EXPONENT_MIN = -130;
  // Longer texts are all zeros or more digits than fit; parsing them would only cost time.
  private static final int TEXT_MAX = 1000;

  private static final Value.Num ZERO = new Value.Num(BigDecimal.ZERO);

  private Numbers() {}

  /** Reads a number from its text. */
  public static Value.Num read(String text) {
    if (text.isEmpty()) {
      throw invalid("The parameter cannot be converted to a numeric value");
    }
    DecimalText decimal =
        Optional.of(text)
            .filter(t -> t.length() <= TEXT_MAX)
            .flatMap(DecimalText::parse)
            .orElseThrow(
                () -> invalid("The parameter cannot be converted to a numeric value: " + text));
    if (decimal.isZero()) {
      return ZERO;
    }
    requireInRange(decimal.digits().length(), decimal.magnitude());
    return new Value.Num(decimal.number());
  }

  /** Returns a number in its normal form, or refuses it if it exceeds a limit. */
  public static Value.Num checked(BigDecimal number) {
    BigDecimal normal = normal(number);
    if (normal.signum() == 0) {
      return ZERO;
    }
    requireInRange(normal.precision(), normal.precision() - normal.scale() - 1);
    return new Value.Num(normal);
  }

  /** Refuses a number that exceeds a limit, zero excepted. */
  private static void requireInRange(int digits, int exponent) {
    if (exponent > EXPONENT_MAX) {
      throw invalid(
          "Number overflow. Attempting to store a number with magnitude larger than supported"
              + " range");
    }
    if (exponent < EXPONENT_MIN) {
      throw invalid(
          "Number underflow. Attempting to store a number with magnitude smaller than supported"
              + " range");
    }
    if (digits > DIGITS_MAX) {
      throw invalid("Attempting to store more than 38 significant digits in a Number");
    }
  }

  static BigDecimal normal(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  /** Returns the text that answers carry: plain digits, never an exponent. */
  public static String text(BigDecimal number) {
    return number.toPlainString();
  }
}
