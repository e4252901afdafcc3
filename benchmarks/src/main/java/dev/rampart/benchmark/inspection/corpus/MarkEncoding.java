package dev.rampart.benchmark.inspection.corpus;

import java.util.HexFormat;

/** Ways to write every mark of a text in an encoding. Being encoded is no attack by itself. */
enum MarkEncoding {
  PERCENT {
    @Override
    String of(char c) {
      return "%" + HexFormat.of().withUpperCase().toHexDigits((byte) c);
    }
  },
  DECIMAL_ENTITY {
    @Override
    String of(char c) {
      return "&#" + (int) c + ";";
    }
  },
  HEX_ENTITY {
    @Override
    String of(char c) {
      return "&#x" + Integer.toHexString(c) + ";";
    }
  },
  UNICODE_ESCAPE {
    @Override
    String of(char c) {
      return "\\u" + HexFormat.of().toHexDigits(c);
    }
  };

  abstract String of(char c);

  /** Encodes every ASCII character that is no letter or digit. */
  String encode(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || Character.isLetterOrDigit(c)) {
        out.append(c);
      } else {
        out.append(of(c));
      }
    }
    return out.toString();
  }
}
