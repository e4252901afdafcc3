package dev.rampart.local.firewall.transformation;

import java.util.Map;

/** The character references of HTML that AWS WAF decodes. */
final class HtmlText {
  private static final Map<String, Character> NAMED =
      Map.of("quot", '"', "nbsp", (char) 160, "lt", '<', "gt", '>', "amp", '&', "apos", '\'');

  private HtmlText() {}

  static String decode(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int end = text.charAt(i) == '&' ? reference(text, i, decoded) : i;
      if (end > i) {
        i = end;
      } else {
        decoded.append(text.charAt(i));
        i++;
      }
    }
    return decoded.toString();
  }

  /** Decodes the reference at a place; returns where it ends, or the place if there is none. */
  private static int reference(String text, int at, StringBuilder decoded) {
    return text.startsWith("&#", at) ? number(text, at, decoded) : name(text, at, decoded);
  }

  private static int name(String text, int at, StringBuilder decoded) {
    for (Map.Entry<String, Character> named : NAMED.entrySet()) {
      String name = named.getKey();
      if (text.regionMatches(true, at + 1, name, 0, name.length())) {
        decoded.append(named.getValue().charValue());
        return semicolon(text, at + 1 + name.length());
      }
    }
    return at;
  }

  private static int number(String text, int at, StringBuilder decoded) {
    boolean isHex = text.startsWith("x", at + 2) || text.startsWith("X", at + 2);
    int from = at + (isHex ? 3 : 2);
    int end = from;
    int number = 0;
    while (end < text.length()) {
      int digit = HexText.digit(text.charAt(end));
      if (digit < 0 || (!isHex && digit > 9)) {
        break;
      }
      // The last byte is all that is kept, however many digits there are.
      number = (number * (isHex ? 16 : 10) + digit) & 0xff;
      end++;
    }
    if (end == from) {
      return at;
    }
    decoded.append((char) number);
    return semicolon(text, end);
  }

  private static int semicolon(String text, int at) {
    return at < text.length() && text.charAt(at) == ';' ? at + 1 : at;
  }
}
