package dev.rampart.local.tables.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The order of text (by UTF-8 bytes), numbers and binary data. */
public final class Order {

  private Order() {}

  /**
   * Compares two values of one ordered type.
   *
   * @throws IllegalArgumentException where the types differ or have no order
   */
  public static int compare(Value left, Value right) {
    if (left instanceof Value.Num(var a) && right instanceof Value.Num(var b)) {
      return a.compareTo(b);
    }
    if (left instanceof Value.Text(var a) && right instanceof Value.Text(var b)) {
      return text(a, b);
    }
    if (left instanceof Value.Binary(var a) && right instanceof Value.Binary(var b)) {
      return a.compareTo(b);
    }
    throw new IllegalArgumentException(left.type() + " and " + right.type() + " have no order");
  }

  private static int text(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
