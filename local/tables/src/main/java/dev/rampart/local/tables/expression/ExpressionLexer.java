package dev.rampart.local.tables.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Cuts an expression into tokens; the last one is always {@code <EOF>}. */
final class ExpressionLexer {
  private final String text;
  private final List<ExpressionToken> tokens = new ArrayList<>();
  private int at;

  private ExpressionLexer(String text) {
    this.text = text;
  }

  static List<ExpressionToken> tokens(String text) {
    return new ExpressionLexer(text).run();
  }

  private List<ExpressionToken> run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '#') {
        take(ExpressionToken.Kind.NAME, 1, ExpressionLexer::isWordPart);
      } else if (c == ':') {
        take(ExpressionToken.Kind.VALUE, 1, ExpressionLexer::isWordPart);
      } else if (isDigit(c)) {
        take(ExpressionToken.Kind.INDEX, 0, ExpressionLexer::isDigit);
      } else if (isWordPart(c)) {
        take(ExpressionToken.Kind.WORD, 0, ExpressionLexer::isWordPart);
      } else {
        symbol();
      }
    }
    tokens.add(new ExpressionToken(ExpressionToken.Kind.END, "<EOF>", at, at));
    return tokens;
  }

  private void take(ExpressionToken.Kind kind, int skip, IntPredicate part) {
    int end = at + skip;
    while (end < text.length() && part.test(text.charAt(end))) {
      end++;
    }
    add(kind, end);
  }

  private void symbol() {
    boolean two =
        text.startsWith("<=", at) || text.startsWith(">=", at) || text.startsWith("<>", at);
    add(ExpressionToken.Kind.SYMBOL, at + (two ? 2 : 1));
  }

  private void add(ExpressionToken.Kind kind, int end) {
    tokens.add(new ExpressionToken(kind, text.substring(at, end), at, end));
    at = end;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c);
  }
}
