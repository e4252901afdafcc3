package dev.rampart.local.tables.value;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes key values one after the other so that the bytes, compared unsigned, have the order of the
 * values. No encoded value is a prefix of another one.
 *
 * <p>Text and binary data: the bytes, with 00 written as 00 FF, closed by 00 00. Numbers: sign, two
 * bytes of exponent, digits, a closing byte; below zero all but the sign is inverted.
 */
public final class KeyEncoder {
  private static final int NEGATIVE = 1;
  private static final int ZERO = 2;
  private static final int POSITIVE = 3;
  private static final int EXPONENT_BIAS = 0x4000;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(48);

  /** Appends a whole value. */
  public KeyEncoder add(Value value) {
    switch (value) {
      case Value.Num(BigDecimal number) -> number(number);
      case Value.Text _, Value.Binary _ -> {
        prefix(value);
        out.write(0);
        out.write(0);
      }
      default -> throw new IllegalArgumentException(value.type() + " is no key");
    }
    return this;
  }

  /** Appends the beginning that all texts or binaries starting with this one share. */
  public KeyEncoder prefix(Value value) {
    byte[] bytes =
        switch (value) {
          case Value.Text(String text) -> text.getBytes(StandardCharsets.UTF_8);
          case Value.Binary(Bytes content) -> content.content();
          default -> throw new IllegalArgumentException(value.type() + " has no prefix");
        };
    for (byte b : bytes) {
      out.write(b);
      if (b == 0) {
        out.write(0xFF);
      }
    }
    return this;
  }

  /** Returns what was written. */
  public byte[] bytes() {
    return out.toByteArray();
  }

  private void number(BigDecimal number) {
    if (number.signum() == 0) {
      out.write(ZERO);
      return;
    }
    boolean negative = number.signum() < 0;
    int flip = negative ? 0xFF : 0;
    out.write(negative ? NEGATIVE : POSITIVE);
    int exponent = number.precision() - number.scale() + EXPONENT_BIAS;
    out.write((exponent >> 8) ^ flip);
    out.write((exponent & 0xFF) ^ flip);
    String digits = number.unscaledValue().abs().toString();
    for (int i = 0; i < digits.length(); i++) {
      out.write(digits.charAt(i) ^ flip);
    }
    out.write(flip);
  }

  /** Returns the first byte string that is greater than all that begin with this one. */
  public static byte[] after(byte[] prefix) {
    int end = prefix.length;
    while (end > 0 && prefix[end - 1] == (byte) 0xFF) {
      end--;
    }
    byte[] next = Arrays.copyOf(prefix, end);
    if (end == 0) {
      throw new IllegalArgumentException("Nothing comes after these bytes.");
    }
    next[end - 1]++;
    return next;
  }
}
