package dev.rampart.domain.inspection;

/** Finds comments that hide nothing: short, and of characters that mean nothing to a grammar. */
final class Comments {

  private static final int CHARS_MAX = 64;

  private Comments() {}

  /** Where a block comment that begins at {@code start} ends; {@code start} where it does not. */
  static int blockEnd(Layer in, int start) {
    int i = start + 2;
    while (i + 1 < in.length && i < start + CHARS_MAX && isIdle(in.text[i])) {
      if (in.text[i] == '*' && in.text[i + 1] == '/') {
        return i + 2;
      }
      i++;
    }
    return start;
  }

  /** Where the mark ends that opens a comment which MySQL runs: {@code /*!50000}. */
  static int runMarkEnd(Layer in, int start) {
    int i = start + 3;
    while (NumberReader.isDigit(in.at(i))) {
      i++;
    }
    return i;
  }

  /**
   * Where the line begins that follows a short comment of words; {@code start} where no line
   * follows, or where anything else stands in the comment.
   */
  static int lineEnd(Layer in, int start) {
    int i = start;
    while (i < in.length
        && i < start + CHARS_MAX
        && (Lexer.isWordPart(in.text[i]) || in.text[i] == ' ')) {
      i++;
    }
    return in.at(i) == '\n' && i + 1 < in.length ? i + 1 : start;
  }

  private static boolean isIdle(char c) {
    return Lexer.isWordPart(c)
        || c <= ' '
        || c == '*'
        || c == '/'
        || c == '.'
        || c == ','
        || c == '='
        || c == ':'
        || c == '-'
        || c == '+';
  }
}
