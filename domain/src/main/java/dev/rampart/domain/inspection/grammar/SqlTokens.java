package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/** What kinds of token mean to a database. */
final class SqlTokens {

  private SqlTokens() {}

  static boolean isComparison(int kind) {
    return switch (kind) {
      case '=',
          '<',
          '>',
          TokenKind.UNEQUAL,
          TokenKind.AT_LEAST,
          TokenKind.EQUALS2,
          TokenKind.LIKE,
          TokenKind.BETWEEN ->
          true;
      default -> false;
    };
  }

  static boolean isSplice(int kind) {
    return switch (kind) {
      case TokenKind.UNION,
          TokenKind.ORDER,
          TokenKind.GROUP,
          TokenKind.HAVING,
          TokenKind.LIMIT,
          TokenKind.LIKE,
          TokenKind.WHERE,
          TokenKind.WAITFOR,
          TokenKind.SQL_TIME,
          TokenKind.INTO,
          TokenKind.BETWEEN,
          TokenKind.EXEC,
          TokenKind.PROCEDURE,
          TokenKind.SELECT,
          TokenKind.CASE,
          TokenKind.INSERT,
          TokenKind.DROP,
          TokenKind.SQL_PROCEDURE,
          TokenKind.CREATE,
          TokenKind.UPDATE,
          TokenKind.DELETE,
          TokenKind.DECLARE ->
          true;
      default -> false;
    };
  }

  static boolean isLogic(int kind) {
    return kind == TokenKind.AND
        || kind == TokenKind.OR
        || kind == TokenKind.OR_MARK
        || kind == TokenKind.AND_MARK;
  }

  static boolean isCommentStart(int kind) {
    return kind == TokenKind.DASHES || kind == '#' || kind == TokenKind.OPEN_COMMENT;
  }

  static boolean isOpener(int kind) {
    return switch (kind) {
      case '(', '\'', '"', '`', '-', '+', '~', '!', '@', TokenKind.AT_AT, TokenKind.NOT, '[', '{' ->
          true;
      default -> false;
    };
  }

  /** Returns whether two plain words follow, a number before them apart: so goes no condition. */
  static boolean isProse(TokenBuffer t, int i) {
    int first = t.at(i + 1) == TokenKind.NUMBER ? i + 2 : i + 1;
    return t.at(first) == TokenKind.WORD && t.at(first + 1) == TokenKind.WORD;
  }
}
