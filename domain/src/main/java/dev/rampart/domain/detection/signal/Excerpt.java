package dev.rampart.domain.detection.signal;

import java.util.Optional;

/**
 * A part of a hostile value that shows its shape and none of its words: runs of letters or digits
 * are masked. The inspector leaves keywords of an attack grammar as they are.
 */
public record Excerpt(String text) {
  /** Longest excerpt, in characters. */
  public static final int LENGTH_MAX = 120;

  private static final char MASK = '…';

  public Excerpt {
    if (text.isEmpty() || text.length() > LENGTH_MAX) {
      throw new IllegalArgumentException("an excerpt is 1 to 120 characters long");
    }
  }

  /** Returns an excerpt that was masked elsewhere; empty if there is none or it is too long. */
  public static Optional<Excerpt> parse(String masked) {
    return masked.isEmpty() || masked.length() > LENGTH_MAX
        ? Optional.empty()
        : Optional.of(new Excerpt(masked));
  }

  /**
   * Returns a raw value with every run of letters or digits masked, cut to the longest excerpt;
   * empty if it is.
   */
  public static Optional<Excerpt> masked(String raw) {
    StringBuilder out = new StringBuilder(LENGTH_MAX);
    boolean masking = false;
    for (int i = 0; i < raw.length() && out.length() < LENGTH_MAX; ) {
      int codePoint = raw.codePointAt(i);
      i += Character.charCount(codePoint);
      if (plain(codePoint)) {
        out.append((char) codePoint);
        masking = false;
      } else if (!masking) {
        out.append(MASK);
        masking = true;
      }
    }
    return parse(out.toString());
  }

  // Anything that is not ASCII punctuation is somebody's text, whatever its script.
  private static boolean plain(int codePoint) {
    return codePoint >= ' ' && codePoint < 0x7f && !Character.isLetterOrDigit(codePoint);
  }
}
