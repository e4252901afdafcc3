package dev.rampart.local.access;

import java.util.Locale;

/** The wildcards of IAM: {@code *} stands for any text, {@code ?} for any one character. */
public final class Wildcards {
  private Wildcards() {}

  /**
   * Says whether a pattern stands for a text, in any case. Only the last {@code *} is ever widened,
   * so the time is at most the product of the two lengths, whatever the pattern is.
   */
  public static boolean match(String pattern, String text) {
    return matchFolded(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
  }

  private static boolean matchFolded(String pattern, String text) {
    int star = -1;
    int resume = 0;
    int p = 0;
    int t = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(rest -> rest == '*');
  }
}
