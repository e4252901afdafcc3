package dev.rampart.domain.common;

/**
 * Distinguishes texts with visible characters from those of blanks and invisible ones only. The
 * latter are refused on input; what was stored before that can still be read.
 */
public final class VisibleText {

  /**
   * Ranges of code points, first and last in turn, that Unicode lists as
   * Default_Ignorable_Code_Point without giving them the category of a format character: joiners,
   * fillers, variation selectors. U+2800 is a Braille pattern without a dot.
   */
  private static final int[] INVISIBLE = {
    0x034F, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x2800, 0x2800, 0x3164, 0x3164,
    0xFE00, 0xFE0F, 0xFFA0, 0xFFA0, 0xE0000, 0xE0FFF
  };

  private VisibleText() {}

  /** Returns whether a reader can see at least one character of a text. */
  public static boolean in(String text) {
    return text.codePoints().anyMatch(VisibleText::isVisible);
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> !isIgnorable(codePoint);
    };
  }

  private static boolean isIgnorable(int codePoint) {
    for (int i = 0; i < INVISIBLE.length; i += 2) {
      if (codePoint >= INVISIBLE[i] && codePoint <= INVISIBLE[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
