package dev.rampart.domain.inspection.token;

import dev.rampart.domain.inspection.text.Characters;
import dev.rampart.domain.inspection.text.DecodedText;

/**
 * What stands beside a mark. A quote says by it whether it begins, ends or splits something, so its
 * shape has what stands on either side; any other mark has only where blanks are.
 */
final class MarkShape {

  private static final int BLANK_BEFORE = 1;
  private static final int BLANK_AFTER = 2;

  /** The class of each ASCII code: 0 the edge, 1 a blank, 2 a letter or digit, 3 a mark. */
  private static final byte[] SIDES = sides();

  private MarkShape() {}

  /** Returns the shape of the mark {@code c} that {@code start} and {@code end} enclose. */
  static int of(DecodedText in, char c, int start, int end) {
    int before = start == 0 ? 0 : side(in.chars[start - 1]);
    int after = side(in.at(end));
    if (c == '\'' || c == '"' || c == '`') {
      return before << 2 | after;
    }
    return (before < 2 ? BLANK_BEFORE : 0) | (after < 2 ? BLANK_AFTER : 0);
  }

  /** Returns whether the character is a blank, or NUL for the edge of the text. */
  static boolean isBlank(char c) {
    return side(c) < 2;
  }

  private static int side(char c) {
    return c < 0x80 ? SIDES[c] : 2;
  }

  private static byte[] sides() {
    byte[] sides = new byte[0x80];
    for (char c = 0; c < sides.length; c++) {
      sides[c] = (byte) (c == 0 ? 0 : c <= ' ' ? 1 : Characters.isWordPart(c) ? 2 : 3);
    }
    return sides;
  }
}
