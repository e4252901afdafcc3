package dev.rampart.local.access;

import java.util.Locale;

/** The wildcards of IAM: {@code *} stands for any text, {@code ?} for any one character. */
public final class Wildcards {
  /** Stand for wildcards in a prepared pattern; no text of Unicode has these noncharacters. */
  static final char ANY = '\uFFFE';

  static final char ONE = '\uFFFF';

  private Wildcards() {}

  /** Says whether a pattern stands for a text, in any case. */
  public static boolean match(String pattern, String text) {
    return matchPrepared(prepare(pattern.toLowerCase(Locale.ROOT)), text.toLowerCase(Locale.ROOT));
  }

  /** Returns a pattern in which the characters {@code *} and {@code ?} stand for themselves. */
  static String prepare(String pattern) {
    return pattern.replace('*', ANY).replace('?', ONE);
  }

  /**
   * Says whether a prepared pattern stands for a text. Only the last wildcard is ever widened, so
   * the time is at most the product of the two lengths, whatever the pattern is.
   */
  static boolean matchPrepared(String pattern, String text) {
    int star = -1;
    int resume = 0;
    int p = 0;
    int t = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == ANY) {
        star = p++;
        resume = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == ONE || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(rest -> rest == ANY);
  }

  /**
   * Says whether a prepared pattern of ARNs stands for one, by the rules of the element {@code
   * Resource} (IAM User Guide, "IAM JSON policy elements: Resource"): a wildcard stays within its
   * segment, the part between colons, unless it is a {@code *} that ends it. Case matters. The time
   * is the product of the two lengths.
   */
  static boolean matchResource(String pattern, String arn) {
    boolean[] reached = new boolean[arn.length() + 1];
    reached[0] = true;
    for (int p = 0; p < pattern.length(); p++) {
      char c = pattern.charAt(p);
      boolean last = p + 1 == pattern.length() || pattern.charAt(p + 1) == ':';
      boolean[] next = new boolean[arn.length() + 1];
      for (int t = 0; t <= arn.length(); t++) {
        if (c == ANY) {
          boolean widened = t > 0 && next[t - 1] && (last || arn.charAt(t - 1) != ':');
          next[t] = reached[t] || widened;
        } else if (t > 0 && reached[t - 1]) {
          char at = arn.charAt(t - 1);
          next[t] = c == ONE ? at != ':' : c == at;
        }
      }
      reached = next;
    }
    return reached[arn.length()];
  }
}
