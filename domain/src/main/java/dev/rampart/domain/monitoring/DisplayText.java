package dev.rampart.domain.monitoring;

/**
 * Makes texts that other systems wrote fit to be shown: one line, bounded, and without characters
 * that a reader cannot see.
 */
public final class DisplayText {
  private static final String CUT = "…";

  private DisplayText() {}

  /**
   * Returns a text of at most that many characters; what is longer ends in an ellipsis. Controls,
   * invisible format characters and lone surrogates are one space, as is every other space.
   */
  public static String of(String text, int lengthMax) {
    StringBuilder shown = new StringBuilder();
    int at = 0;
    boolean gap = false;
    while (at < text.length() && shown.length() <= lengthMax) {
      int codePoint = text.codePointAt(at);
      at += Character.charCount(codePoint);
      if (isGap(codePoint)) {
        gap = true;
      } else {
        if (gap && !shown.isEmpty()) {
          shown.append(' ');
        }
        gap = false;
        shown.appendCodePoint(codePoint);
      }
    }
    return shown.length() > lengthMax ? cut(shown, lengthMax) : shown.toString();
  }

  private static String cut(StringBuilder text, int lengthMax) {
    int end = lengthMax - CUT.length();
    boolean inPair = Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, inPair ? end - 1 : end) + CUT;
  }

  private static boolean isGap(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
