package dev.rampart.local.firewall.transformation;

import dev.rampart.local.firewall.request.ByteText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hexadecimal digits, and the digest that AWS WAF knows. */
final class HexText {
  private HexText() {}

  /** Returns the number that hexadecimal digits stand for; -1 if there are not so many of them. */
  static int number(String text, int from, int digits) {
    if (from + digits > text.length()) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = digit(text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      number = number * 16 + digit;
    }
    return number;
  }

  /** Returns the value of an ASCII digit; -1 if it is none. */
  static int digit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  /** Decodes a text that is hexadecimal from its first character to its last. */
  static String decode(String text) {
    if (text.length() % 2 != 0) {
      return text;
    }
    StringBuilder bytes = new StringBuilder(text.length() / 2);
    for (int i = 0; i < text.length(); i += 2) {
      int number = number(text, i, 2);
      if (number < 0) {
        return text;
      }
      bytes.append((char) number);
    }
    return bytes.toString();
  }

  /** Decodes SQL's literals such as {@code 0x414243}. */
  static String decodeSql(String text) {
    StringBuilder decoded = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int end = i;
      if (text.startsWith("0x", i) || text.startsWith("0X", i)) {
        end = i + 2;
        while (number(text, end, 2) >= 0) {
          end += 2;
        }
      }
      if (end > i + 2) {
        decoded.append(decode(text.substring(i + 2, end)));
        i = end;
      } else {
        decoded.append(text.charAt(i));
        i++;
      }
    }
    return decoded.toString();
  }

  /** Returns the digest as 16 bytes, not as digits. */
  static String md5(String text) {
    try {
      return ByteText.of(MessageDigest.getInstance("MD5").digest(ByteText.bytes(text)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
