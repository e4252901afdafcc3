package dev.rampart.local.firewall.transformation;

/** Blanks, and comments that stand for them. */
final class WhiteSpace {
  private WhiteSpace() {}

  /** Makes each run of white space, the non-breaking space among it, one space. */
  static String compress(String text) {
    StringBuilder compressed = new StringBuilder(text.length());
    boolean after = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isSpace = c == ' ' || (c >= '\t' && c <= '\r') || c == 160;
      if (!isSpace || !after) {
        compressed.append(isSpace ? ' ' : c);
      }
      after = isSpace;
    }
    return compressed.toString();
  }

  /** Makes each C comment one space, the last one even if it does not end. */
  static String replaceComments(String text) {
    StringBuilder replaced = new StringBuilder(text.length());
    int from = 0;
    for (int begin = text.indexOf("/*"); begin >= 0; begin = text.indexOf("/*", from)) {
      replaced.append(text, from, begin).append(' ');
      int end = text.indexOf("*/", begin + 2);
      from = end < 0 ? text.length() : end + 2;
    }
    return replaced.append(text, from, text.length()).toString();
  }
}
