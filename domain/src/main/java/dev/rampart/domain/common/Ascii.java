package dev.rampart.domain.common;

/** Character classes of the texts that hold ASCII only. */
public final class Ascii {
  private Ascii() {}

  /** Returns whether a character is one of {@code 0} to {@code 9}. */
  public static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Returns whether a character is one of {@code a} to {@code z}. */
  public static boolean isLowerCase(int c) {
    return c >= 'a' && c <= 'z';
  }

  /** Returns whether a character is a letter of either case. */
  public static boolean isLetter(int c) {
    return isLowerCase(c) || (c >= 'A' && c <= 'Z');
  }

  /** Returns whether a character is a letter of either case or a digit. */
  public static boolean isLetterOrDigit(int c) {
    return isLetter(c) || isDigit(c);
  }

  /** Returns whether a character is a hexadecimal digit in lower case. */
  static boolean isLowerCaseHexDigit(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f');
  }
}
