package dev.rampart.domain.inspection;

/** Reads numbers as programming languages and databases write them. */
final class NumberReader {

  private Layer in = new Layer();
  private int at;
  private int kind;

  /** Reads the number that begins at {@code start}, a digit; returns where it ends. */
  int end(Layer layer, int start) {
    in = layer;
    at = start;
    kind = Kind.NUMBER;
    if (in.text[at] == '0' && in.at(at + 1) == 'x' && isHex(in.at(at + 2))) {
      hex();
    } else {
      decimal();
    }
    return at;
  }

  /** What the last number was: {@link Kind#NUMBER}, {@link Kind#HEX}, {@link Kind#ODD_NUMBER}. */
  int kind() {
    return kind;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void hex() {
    kind = Kind.HEX;
    at += 3;
    while (isHex(in.at(at))) {
      at++;
    }
  }

  private static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f');
  }

  private void decimal() {
    digits();
    if (in.at(at) == '.') {
      char next = in.at(at + 1);
      if (isDigit(next)) {
        at++;
        digits();
      } else if (next == 'e' && !Lexer.isLetter(in.at(at + 2))) {
        kind = Kind.ODD_NUMBER;
        at++;
      }
    }
    if (in.at(at) == 'e') {
      exponent();
    }
  }

  private void digits() {
    while (isDigit(in.at(at))) {
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
    while (isDigit(in.at(i))) {
      i++;
    }
    if (!Lexer.isWordPart(in.at(i)) && (i > first || kind == Kind.ODD_NUMBER)) {
      at = i;
    }
  }
}
