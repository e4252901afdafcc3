package dev.rampart.local.tables.expression;

import java.nio.charset.StandardCharsets;

/**
 * Tells whether one sequence lies within another, in time that grows with their lengths and not
 * with the product of the two, as a plain search can be made to take.
 *
 * <p>The algorithm is that of D. Knuth, J. Morris and V. Pratt, "Fast Pattern Matching in Strings",
 * SIAM Journal on Computing 6(2), 1977.
 */
final class SubstringSearch {
  private SubstringSearch() {}

  /** Returns whether one text lies within another; what holds for texts holds for their UTF-8. */
  static boolean contains(String text, String sought) {
    return contains(text.getBytes(StandardCharsets.UTF_8), sought.getBytes(StandardCharsets.UTF_8));
  }

  static boolean contains(byte[] bytes, byte[] sought) {
    if (sought.length == 0) {
      return true;
    }
    if (sought.length > bytes.length) {
      return false;
    }
    int[] borders = borders(sought);
    int matched = 0;
    for (byte next : bytes) {
      while (matched > 0 && sought[matched] != next) {
        matched = borders[matched - 1];
      }
      if (sought[matched] == next && ++matched == sought.length) {
        return true;
      }
    }
    return false;
  }

  /** Returns, for each prefix, the length of its longest proper prefix that is also its suffix. */
  private static int[] borders(byte[] sought) {
    int[] borders = new int[sought.length];
    int matched = 0;
    for (int i = 1; i < sought.length; i++) {
      while (matched > 0 && sought[matched] != sought[i]) {
        matched = borders[matched - 1];
      }
      if (sought[matched] == sought[i]) {
        matched++;
      }
      borders[i] = matched;
    }
    return borders;
  }
}
