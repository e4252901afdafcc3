package dev.rampart.domain.detection.signal;

import java.util.Optional;

/**
 * A part of a hostile value that shows its shape and none of its words: every run of letters or
 * digits is masked, unless it is a keyword of an attack grammar.
 */
public record Excerpt(String text) {
  /** Longest excerpt, in characters. */
  public static final int LENGTH_MAX = 120;

  private static final char MASK = '…';

  public Excerpt {
    if (text.length() > LENGTH_MAX) {
      throw new IllegalArgumentException("an excerpt is at most 120 characters long");
    }
  }

  /** Returns an excerpt that was masked elsewhere; empty if it is too long. */
  public static Optional<Excerpt> parse(String masked) {
    return masked.length() <= LENGTH_MAX ? Optional.of(new Excerpt(masked)) : Optional.empty();
  }

  /** Returns a raw value with every run of letters or digits masked, cut to the longest excerpt. */
  public static Excerpt masked(String raw) {
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
    return new Excerpt(out.toString());
  }

  // Anything that is not ASCII punctuation is somebody's text, whatever its script.
  private static boolean plain(int codePoint) {
    return codePoint >= ' ' && codePoint < 0x7f && !Character.isLetterOrDigit(codePoint);
  }
}
