package dev.rampart.domain.inspection;

import java.util.Arrays;

/** The signs found in one layer, by the token where each begins. */
final class Findings {
  int[] sign = new int[64];
  int[] first = new int[64];
  int[] last = new int[64];
  int count;

  void clear() {
    count = 0;
  }

  /** Notes a sign that spans the tokens {@code from} to {@code to}. */
  void add(Sign found, int from, int to) {
    if (count == sign.length) {
      sign = Arrays.copyOf(sign, 2 * count);
      first = Arrays.copyOf(first, 2 * count);
      last = Arrays.copyOf(last, 2 * count);
    }
    sign[count] = found.ordinal();
    first[count] = from;
    last[count] = Math.max(from, to);
    count++;
  }

  /** The same, where it is so. */
  void addIf(boolean is, Sign found, int from, int to) {
    if (is) {
      add(found, from, to);
    }
  }
}
