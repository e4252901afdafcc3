package dev.rampart.domain.inspection.token;

import dev.rampart.domain.inspection.text.Characters;
import dev.rampart.domain.inspection.text.DecodedText;

/** Finds comments that hide nothing: short, and of characters that mean nothing to a grammar. */
final class CommentLexer {

  private static final int CHARS_MAX = 64;

  private CommentLexer() {}

  /**
   * Returns the end of the block comment that begins at {@code start}, or {@code start} if it has
   * none.
   */
  static int blockEnd(DecodedText in, int start) {
    int i = start + 2;
    while (i + 1 < in.length && i < start + CHARS_MAX && isIdle(in.chars[i])) {
      if (in.chars[i] == '*' && in.chars[i + 1] == '/') {
        return i + 2;
      }
      i++;
    }
    return start;
  }

  /** Returns the end of the mark that opens a comment which MySQL runs: {@code /*!50000}. */
  static int runMarkEnd(DecodedText in, int start) {
    int i = start + 3;
    while (Characters.isDigit(in.at(i))) {
      i++;
    }
    return i;
  }

  /**
   * Returns the start of the line that follows a short comment of words, or {@code start} if no
   * line follows or anything else stands in the comment.
   */
  static int lineEnd(DecodedText in, int start) {
    int i = start;
    while (i < in.length
        && i < start + CHARS_MAX
        && (Characters.isWordPart(in.chars[i]) || in.chars[i] == ' ')) {
      i++;
    }
    return in.at(i) == '\n' && i + 1 < in.length ? i + 1 : start;
  }

  private static boolean isIdle(char c) {
    return Characters.isWordPart(c)
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
