package dev.rampart.domain.inspection.text;

import java.text.Normalizer;

/**
 * Compatibility forms, for matching only: full width, circled, mathematical, the slashes and dots
 * that resemble ASCII, and the letters that become ASCII when upper-cased. Letters of other scripts
 * stay what they are: no best fit by byte, which turns Cyrillic into quotes.
 */
final class CompatibilityFolding {

  /** The character has no place in a match: zero width or a control. */
  static final int DROP = -1;

  /** Stands for every character outside the basic plane that is no compatibility form. */
  private static final int OTHER_LETTER = 0xaa;

  private CompatibilityFolding() {}

  /** Returns the folded form of a code point from U+0080 on. */
  static int fold(int c) {
    if (c < 0x2000) {
      return latin(c);
    }
    if (c >= 0xff01 && c <= 0xff5e) {
      return lower(c - 0xfee0);
    }
    if (c < 0x2070) {
      return punctuation(c);
    }
    if ((c >= 0x2100 && c <= 0x218f)
        || (c >= 0x2460 && c <= 0x24ff)
        || (c >= 0xfe50 && c <= 0xfe6f)
        || (c >= 0x2070 && c <= 0x209f)
        || (c >= 0x1d400 && c <= 0x1d7ff)
        || (c >= 0x1f100 && c <= 0x1f16f)) {
      return normal(c);
    }
    return switch (c) {
      case 0x2215, 0x29f8 -> '/';
      case 0x2216, 0x29f5 -> '\\';
      case 0x3c00 -> '<';
      case 0x3e00 -> '>';
      case 0x3000 -> ' ';
      case 0x3002, 0xff61 -> '.';
      case 0xfeff, 0xfffd -> DROP;
      default -> c > 0xffff ? OTHER_LETTER : c;
    };
  }

  private static int latin(int c) {
    return switch (c) {
      case 0xa0, 0x1680, 0x85 -> ' ';
      case 0xad, 0x61c, 0x180e -> DROP;
      case 0x17f -> 's';
      case 0x130, 0x131 -> 'i';
      default -> c < 0xa0 ? DROP : c;
    };
  }

  private static int punctuation(int c) {
    if (c <= 0x200a || c == 0x202f || c == 0x205f) {
      return ' ';
    }
    if (c <= 0x200f || (c >= 0x202a && c <= 0x202e) || c >= 0x2060) {
      return DROP;
    }
    return switch (c) {
      case 0x2028, 0x2029 -> '\n';
      case 0x2024 -> '.';
      case 0x2044 -> '/';
      default -> c;
    };
  }

  private static int normal(int c) {
    String form = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    char first = form.charAt(0);
    if (form.length() == 1 && first < 0x80) {
      return lower(first);
    }
    return c > 0xffff ? OTHER_LETTER : c;
  }

  private static int lower(int c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }
}
