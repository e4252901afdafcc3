package dev.rampart.local.tables.value;

/** The order of text (by UTF-8 bytes), numbers and binary data. */
public final class Order {

  private Order() {}

  /**
   * Compares two values of one ordered type.
   *
   * @throws IllegalArgumentException if the types differ or have no order
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

  /** Compares as the UTF-8 bytes would, without making them. */
  private static int text(String a, String b) {
    int shared = Math.min(a.length(), b.length());
    for (int i = 0; i < shared; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left != right) {
        return rank(left) - rank(right);
      }
    }
    return a.length() - b.length();
  }

  /** Ranks surrogates, which stand for the code points from U+10000 on, above all other chars. */
  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
  }
}
