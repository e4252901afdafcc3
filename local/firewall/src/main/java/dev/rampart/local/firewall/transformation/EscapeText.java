package dev.rampart.local.firewall.transformation;

/** Escapes that begin with a backslash, in CSS, C and JavaScript. */
final class EscapeText {
  private static final String LETTERS = "abfnrtv";
  private static final String LETTERS_STAND_FOR = "\u0007\b\f\n\r\t\u000b";

  /** CSS has six digits at most, of which the last two are a byte. */
  private static final int CSS_DIGITS_MAX = 6;

  private EscapeText() {}

  /** Decodes the escape at a place; returns where it ends, or the place to leave it as it is. */
  private interface Escape {
    int decode(String text, int at, StringBuilder decoded);
  }

  static String css(String text) {
    return each(text, EscapeText::cssEscape);
  }

  static String ansiC(String text) {
    return each(text, EscapeText::ansiCEscape);
  }

  static String javaScript(String text) {
    return each(text, EscapeText::javaScriptEscape);
  }

  private static String each(String text, Escape escape) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      boolean isEscape = text.charAt(i) == '\\' && i + 1 < text.length();
      int end = isEscape ? escape.decode(text, i, decoded) : i;
      if (end > i) {
        i = end;
      } else {
        decoded.append(text.charAt(i));
        i++;
      }
    }
    return decoded.toString();
  }

  private static int cssEscape(String text, int at, StringBuilder decoded) {
    int end = at + 1;
    int number = 0;
    while (end < text.length() && end - at <= CSS_DIGITS_MAX) {
      int digit = HexText.digit(text.charAt(end));
      if (digit < 0) {
        break;
      }
      number = number * 16 + digit;
      end++;
    }
    if (end > at + 1) {
      decoded.append(UrlText.narrow(number));
      return end < text.length() && isBlank(text.charAt(end)) ? end + 1 : end;
    }
    char c = text.charAt(at + 1);
    if (c != '\n') {
      decoded.append(c);
    }
    return at + 2;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static int ansiCEscape(String text, int at, StringBuilder decoded) {
    char c = text.charAt(at + 1);
    if (c == 'x') {
      return hexadecimal(text, at, 2, decoded);
    }
    return c >= '0' && c <= '7' ? octal(text, at, decoded) : letter(text, at, "\\?'\"", decoded);
  }

  private static int javaScriptEscape(String text, int at, StringBuilder decoded) {
    return switch (text.charAt(at + 1)) {
      case 'u' -> hexadecimal(text, at, 4, decoded);
      case 'x' -> hexadecimal(text, at, 2, decoded);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(text, at, decoded);
      default -> {
        int end = letter(text, at, "", decoded);
        if (end == at) {
          decoded.append(text.charAt(at + 1));
        }
        yield at + 2;
      }
    };
  }

  private static int hexadecimal(String text, int at, int digits, StringBuilder decoded) {
    int number = HexText.number(text, at + 2, digits);
    if (number < 0) {
      return at;
    }
    decoded.append(UrlText.narrow(number));
    return at + 2 + digits;
  }

  private static int octal(String text, int at, StringBuilder decoded) {
    int end = at + 1;
    int number = 0;
    while (end < text.length() && end - at <= 3) {
      char c = text.charAt(end);
      if (c < '0' || c > '7' || number * 8 + (c - '0') > 0xff) {
        break;
      }
      number = number * 8 + (c - '0');
      end++;
    }
    decoded.append((char) number);
    return end;
  }

  private static int letter(String text, int at, String themselves, StringBuilder decoded) {
    char c = text.charAt(at + 1);
    int letter = LETTERS.indexOf(c);
    if (letter >= 0) {
      decoded.append(LETTERS_STAND_FOR.charAt(letter));
      return at + 2;
    }
    if (themselves.indexOf(c) >= 0) {
      decoded.append(c);
      return at + 2;
    }
    return at;
  }
}
