package dev.rampart.local.tables.expression;

/**
 * Tells whether one sequence lies within another, in time that grows with their lengths and not
 * with the product of the two, as a plain search can be made to take.
 *
 * <p>The algorithm is that of D. Knuth, J. Morris and V. Pratt, "Fast Pattern Matching in Strings",
 * SIAM Journal on Computing 6(2), 1977.
 */
final class SubstringSearch {
  private SubstringSearch() {}

  /** The elements of a sequence, by position. */
  @FunctionalInterface
  private interface Elements {
    int at(int position);
  }

  static boolean contains(String text, String sought) {
    return contains(text::charAt, text.length(), sought::charAt, sought.length());
  }

  static boolean contains(byte[] bytes, byte[] sought) {
    return contains(i -> bytes[i], bytes.length, i -> sought[i], sought.length);
  }

  private static boolean contains(Elements all, int length, Elements sought, int soughtLength) {
    if (soughtLength == 0) {
      return true;
    }
    if (soughtLength > length) {
      return false;
    }
    int[] borders = borders(sought, soughtLength);
    int matched = 0;
    for (int i = 0; i < length; i++) {
      matched = extended(borders, sought, matched, all.at(i));
      if (matched == soughtLength) {
        return true;
      }
    }
    return false;
  }

  /** Returns, for each prefix, the length of its longest proper prefix that is also its suffix. */
  private static int[] borders(Elements sought, int length) {
    int[] borders = new int[length];
    int matched = 0;
    for (int i = 1; i < length; i++) {
      matched = extended(borders, sought, matched, sought.at(i));
      borders[i] = matched;
    }
    return borders;
  }

  private static int extended(int[] borders, Elements sought, int matched, int next) {
    int length = matched;
    while (length > 0 && sought.at(length) != next) {
      length = borders[length - 1];
    }
    return sought.at(length) == next ? length + 1 : length;
  }
}
