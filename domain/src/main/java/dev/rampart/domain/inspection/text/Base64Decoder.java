package dev.rampart.domain.inspection.text;

import dev.rampart.domain.inspection.Encoding;

/**
 * Decodes a whole value in Base64 if what it holds is plausible: printable text with a mark in it.
 */
public final class Base64Decoder {

  private static final int CHARS_MIN = 8;
  private static final int BITS = 6;

  private Base64Decoder() {}

  /** Writes the decoded text to {@code target}; returns whether there is any. */
  public static boolean decode(String value, DecodedText target) {
    int length = value.length();
    while (length > 0 && value.charAt(length - 1) == '=') {
      length--;
    }
    if (length < CHARS_MIN || length % 4 == 1 || value.length() - length > 2) {
      return false;
    }
    target.clear(0, value.length());
    target.reserve(length);
    target.undid(Encoding.BASE64);
    int bits = 0;
    int buffer = 0;
    int marks = 0;
    for (int i = 0; i < length; i++) {
      int six = sextet(value.charAt(i));
      if (six < 0) {
        return false;
      }
      buffer = buffer << BITS | six;
      bits += BITS;
      if (bits >= 8) {
        bits -= 8;
        int c = buffer >> bits & 0xff;
        if ((c < ' ' || c > '~') && c != '\n' && c != '\r' && c != '\t') {
          return false;
        }
        marks += Character.isLetterOrDigit(c) || c == ' ' ? 0 : 1;
        target.fold(c, i - 1);
      }
    }
    return marks > 0;
  }

  private static int sextet(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return switch (c) {
      case '+', '-' -> 62;
      case '/', '_' -> 63;
      default -> -1;
    };
  }
}
