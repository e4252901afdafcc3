package dev.rampart.local.gateway.definition;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the name that a misspelt one may stand for. */
final class NearestName {
  private static final int DISTANCE_MAX = 2;

  private NearestName() {}

  /**
   * Returns the nearest of some names, if it is at most two edits away and at most half of the
   * written one differs.
   */
  static Optional<String> of(String written, Set<String> names) {
    int max = Math.min(DISTANCE_MAX, written.length() / 2);
    return names.stream()
        .filter(name -> Math.abs(name.length() - written.length()) <= max)
        .filter(name -> distance(written, name) <= max)
        .min(Comparator.comparingInt(name -> distance(written, name)));
  }

  /** Returns Levenshtein's distance, by the rows of the table of Wagner and Fischer (1974). */
  private static int distance(String from, String to) {
    int[] above = IntStream.rangeClosed(0, to.length()).toArray();
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }
}
