package dev.rampart.domain.inspection;

/** What kinds of token mean to a database. */
final class SqlKinds {

  private SqlKinds() {}

  static boolean isComparison(int kind) {
    return switch (kind) {
      case '=', '<', '>', Kind.UNEQUAL, Kind.AT_LEAST, Kind.EQUALS2, Kind.LIKE, Kind.BETWEEN ->
          true;
      default -> false;
    };
  }

  static boolean isSplice(int kind) {
    return switch (kind) {
      case Kind.UNION,
          Kind.ORDER,
          Kind.GROUP,
          Kind.HAVING,
          Kind.LIMIT,
          Kind.LIKE,
          Kind.WHERE,
          Kind.WAITFOR,
          Kind.SQL_TIME,
          Kind.INTO,
          Kind.BETWEEN,
          Kind.EXEC,
          Kind.PROCEDURE,
          Kind.SELECT,
          Kind.CASE,
          Kind.INSERT,
          Kind.DROP,
          Kind.SQL_PROCEDURE,
          Kind.CREATE,
          Kind.UPDATE,
          Kind.DELETE,
          Kind.DECLARE ->
          true;
      default -> false;
    };
  }

  static boolean isLogic(int kind) {
    return kind == Kind.AND || kind == Kind.OR || kind == Kind.OR_MARK || kind == Kind.AND_MARK;
  }

  static boolean isCommentStart(int kind) {
    return kind == Kind.DASHES || kind == '#' || kind == Kind.OPEN_COMMENT;
  }

  static boolean isOpener(int kind) {
    return switch (kind) {
      case '(', '\'', '"', '`', '-', '+', '~', '!', '@', Kind.AT_AT, Kind.NOT, '[', '{' -> true;
      default -> false;
    };
  }

  /** Whether two plain words follow, a number before them apart: so goes no condition. */
  static boolean isProse(Tokens t, int i) {
    int first = t.at(i + 1) == Kind.NUMBER ? i + 2 : i + 1;
    return t.at(first) == Kind.WORD && t.at(first + 1) == Kind.WORD;
  }
}
