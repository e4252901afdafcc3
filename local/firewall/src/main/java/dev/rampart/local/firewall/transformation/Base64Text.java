package dev.rampart.local.firewall.transformation;

import dev.rampart.local.firewall.request.ByteText;
import java.util.Base64;

/** Base64, read strictly or with whatever else stands between its characters. */
final class Base64Text {
  private Base64Text() {}

  static String decode(String text) {
    try {
      return ByteText.of(Base64.getDecoder().decode(ByteText.bytes(text)));
    } catch (IllegalArgumentException _) {
      return text;
    }
  }

  /**
   * Ignores characters that are not of base64, among them padding wherever it stands, as the
   * transformation {@code base64DecodeExt} of ModSecurity does.
   */
  static String decodeForgiving(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        kept.append(c);
      }
    }
    if (kept.length() % 4 == 1) {
      kept.setLength(kept.length() - 1);
    }
    return kept.isEmpty() ? text : decode(kept.toString());
  }

  private static boolean isDigit(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
