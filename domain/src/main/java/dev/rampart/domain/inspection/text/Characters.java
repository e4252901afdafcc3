package dev.rampart.domain.inspection.text;

/** Classes of characters, as the grammars tell them apart. */
public final class Characters {

  private static final boolean[] WORD_PARTS = table("abcdefghijklmnopqrstuvwxyz_0123456789");

  private Characters() {}

  /** Returns whether a word may begin with this character of a decoded text. */
  public static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || c == '_' || c >= 0x80;
  }

  /** Returns whether a word may go on with this character of a decoded text. */
  public static boolean isWordPart(char c) {
    return c >= 0x80 || WORD_PARTS[c];
  }

  /** Returns whether the character is a decimal digit of ASCII. */
  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Returns whether the character is a letter, of either case, or a digit of ASCII. */
  public static boolean isAsciiLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
  }

  /** Returns a table of the ASCII codes that is true for each of these characters. */
  static boolean[] table(String characters) {
    boolean[] table = new boolean[0x80];
    for (int i = 0; i < characters.length(); i++) {
      table[characters.charAt(i)] = true;
    }
    return table;
  }
}
