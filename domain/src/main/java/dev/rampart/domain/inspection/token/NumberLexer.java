package dev.rampart.domain.inspection.token;

import dev.rampart.domain.inspection.text.Characters;
import dev.rampart.domain.inspection.text.DecodedText;

/** Reads numbers as programming languages and databases write them. */
final class NumberLexer {

  private DecodedText in = new DecodedText();
  private int at;
  private int kind;

  /** Reads the number that begins at {@code start}, a digit; returns where it ends. */
  int end(DecodedText text, int start) {
    in = text;
    at = start;
    kind = TokenKind.NUMBER;
    if (in.chars[at] == '0' && in.at(at + 1) == 'x' && isHex(in.at(at + 2))) {
      hex();
    } else {
      decimal();
    }
    return at;
  }

  /**
   * What the last number was: {@link TokenKind#NUMBER}, {@link TokenKind#HEX}, {@link
   * TokenKind#ODD_NUMBER}.
   */
  int kind() {
    return kind;
  }

  private void hex() {
    kind = TokenKind.HEX;
    at += 3;
    while (isHex(in.at(at))) {
      at++;
    }
  }

  private static boolean isHex(char c) {
    return Characters.isDigit(c) || (c >= 'a' && c <= 'f');
  }

  private void decimal() {
    digits();
    if (in.at(at) == '.') {
      char next = in.at(at + 1);
      if (Characters.isDigit(next)) {
        at++;
        digits();
      } else if (next == 'e' && !Characters.isLetter(in.at(at + 2))) {
        kind = TokenKind.ODD_NUMBER;
        at++;
      }
    }
    if (in.at(at) == 'e') {
      exponent();
    }
  }

  private void digits() {
    while (Characters.isDigit(in.at(at))) {
      at++;
    }
  }

  /** Takes {@code e5} and {@code e+5} into the number, and after a bare point a bare {@code e}. */
  private void exponent() {
    int i = at + 1;
    if (in.at(i) == '+' || in.at(i) == '-') {
      i++;
    }
    int first = i;
    while (Characters.isDigit(in.at(i))) {
      i++;
    }
    if (!Characters.isWordPart(in.at(i)) && (i > first || kind == TokenKind.ODD_NUMBER)) {
      at = i;
    }
  }
}
