package dev.rampart.domain.inspection.token;

/** The places where a command may start: only there a word is the name of a program. */
final class CommandPlace {

  private static final int[] MARKS = {
    ';',
    '|',
    '&',
    '`',
    '(',
    '{',
    '\'',
    '"',
    '>',
    '=',
    '!',
    '\\',
    TokenKind.OR_MARK,
    TokenKind.AND_MARK,
    TokenKind.DOLLAR_PAREN,
    TokenKind.PARENS,
    TokenKind.LT_LT,
    TokenKind.BRACES
  };

  private static final boolean[] BY_KIND = byKind();

  private CommandPlace() {}

  /** Returns whether a command may start behind a mark of this kind. */
  static boolean isBehind(int kind) {
    return BY_KIND[kind];
  }

  private static boolean[] byKind() {
    boolean[] table = new boolean[TokenKind.COUNT];
    for (int kind : MARKS) {
      table[kind] = true;
    }
    return table;
  }
}
