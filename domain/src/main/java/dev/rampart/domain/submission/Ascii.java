package dev.rampart.domain.submission;

/** Character classes of the fields that hold ASCII alone. */
final class Ascii {
  private Ascii() {}

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLowerCase(int c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isLetter(int c) {
    return isLowerCase(c) || (c >= 'A' && c <= 'Z');
  }

  static boolean isLetterOrDigit(int c) {
    return isLetter(c) || isDigit(c);
  }
}
