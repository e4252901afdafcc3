package dev.rampart.local.firewall.transformation;

/** Percent escapes, those of Microsoft among them. */
final class UrlText {
  private UrlText() {}

  static String decode(String text) {
    return decode(text, false);
  }

  /** Decodes {@code %uHHHH} as well; of wide letters, the ASCII that they look like. */
  static String decodeWithUnicode(String text) {
    return decode(text, true);
  }

  private static String decode(String text, boolean unicode) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int wide = unicode && c == '%' && isU(text, i + 1) ? HexText.number(text, i + 2, 4) : -1;
      int number = c == '%' ? HexText.number(text, i + 1, 2) : -1;
      if (wide >= 0) {
        decoded.append(narrow(wide));
        i += 6;
      } else if (number >= 0) {
        decoded.append((char) number);
        i += 3;
      } else {
        decoded.append(c == '+' ? ' ' : c);
        i++;
      }
    }
    return decoded.toString();
  }

  private static boolean isU(String text, int at) {
    return text.startsWith("u", at) || text.startsWith("U", at);
  }

  /** Returns a wide form of ASCII (FF01 to FF5E) as ASCII, and of others the lower byte. */
  static char narrow(int codeUnit) {
    return codeUnit >= 0xff01 && codeUnit <= 0xff5e
        ? (char) (codeUnit - 0xff01 + 0x21)
        : (char) (codeUnit & 0xff);
  }

  /** Writes each character of several bytes as {@code %uHHHH}; what is no UTF-8 stays. */
  static String utf8ToUnicode(String text) {
    StringBuilder written = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int bytes = bytes(text.charAt(i));
      int codePoint = bytes > 1 ? codePoint(text, i, bytes) : -1;
      if (codePoint >= 0) {
        written.append("%u");
        String digits = Integer.toHexString(codePoint);
        written.repeat("0", Math.max(0, 4 - digits.length())).append(digits);
        i += bytes;
      } else {
        written.append(text.charAt(i));
        i++;
      }
    }
    return written.toString();
  }

  private static int bytes(char first) {
    if (first >= 0xc2 && first < 0xe0) {
      return 2;
    }
    if (first >= 0xe0 && first < 0xf0) {
      return 3;
    }
    return first >= 0xf0 && first < 0xf5 ? 4 : 1;
  }

  private static int codePoint(String text, int at, int bytes) {
    if (at + bytes > text.length()) {
      return -1;
    }
    int codePoint = text.charAt(at) & (0xff >> (bytes + 1));
    for (int i = at + 1; i < at + bytes; i++) {
      if ((text.charAt(i) & 0xc0) != 0x80) {
        return -1;
      }
      codePoint = codePoint << 6 | (text.charAt(i) & 0x3f);
    }
    return codePoint;
  }
}
