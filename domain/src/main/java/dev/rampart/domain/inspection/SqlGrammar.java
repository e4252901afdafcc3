package dev.rampart.domain.inspection;

/**
 * SQL as it looks when it is spliced into somebody else's statement: from a bare start, from inside
 * a quote, from inside a number or a parenthesis. Every look ahead is bounded.
 */
final class SqlGrammar {

  private static final int SELECT_LIST_TOKENS_MAX = 40;

  private SqlGrammar() {}

  /** Reads what begins at token {@code i}; says whether tokens of its kind begin anything here. */
  static boolean read(Tokens t, int i, Findings f) {
    int next = t.at(i + 1);
    switch (t.kind[i]) {
      case '\'', '"', '`' -> SqlBreakout.quote(t, i, f);
      case '(', Kind.DOLLAR_PAREN -> t.openParentheses++;
      case ')' -> SqlBreakout.parenthesis(t, i, f);
      case Kind.START -> start(t, f);
      case Kind.ODD_NUMBER -> {
        f.add(Sign.SQL_ODD_NUMBER, i, i + 1);
        SqlBreakout.number(t, i, f);
      }
      case Kind.NUMBER, Kind.HEX -> SqlBreakout.number(t, i, f);
      case Kind.AND, Kind.OR, Kind.OR_MARK, Kind.AND_MARK, Kind.WHERE, Kind.HAVING ->
          SqlCondition.logic(t, i, f);
      case Kind.UNION -> union(t, i, f);
      case Kind.SELECT -> select(t, i, f);
      case Kind.INSERT -> statement(next == Kind.INTO, i, f);
      case Kind.UPDATE -> statement(t.at(i + 2) == Kind.SET, i, f);
      case Kind.DELETE, Kind.DROP, Kind.CREATE ->
          statement(
              next == Kind.TABLE
                  || next == Kind.FROM
                  || next == Kind.PROCEDURE
                  || next == Kind.FUNCTION,
              i,
              f);
      case Kind.EXEC ->
          statement(!isMember(t, i) && (Tokens.isWord(next) || next == '(' || next == '@'), i, f);
      case Kind.DECLARE -> statement(next == '@', i, f);
      case Kind.SQL_VERB, Kind.DO, Kind.DETACH ->
          statement(t.at(i - 1) == Kind.START || t.at(i - 1) == ';', i, f);
      case ';' -> stacked(t, i, f);
      case Kind.END -> dangling(t, i, f);
      case Kind.WHEN ->
          f.addIf(t.at(i + 2) == Kind.THEN || t.at(i + 4) == Kind.THEN, Sign.SQL_CASE, i, i + 4);
      case Kind.SQL_TIME -> delay(t, i, f);
      case Kind.WAITFOR -> f.add(Sign.SQL_DELAY, i, i + 2);
      case Kind.SQL_FUNCTION, Kind.SQL_FUNCTION_WORD -> {
        if (next == '(' || next == Kind.PARENS) {
          f.add(Sign.SQL_CALL, i, i + 1);
        }
      }
      case Kind.SQL_PROCEDURE -> f.add(Sign.SQL_PROCEDURE, i, i);
      case Kind.SQL_CATALOGUE -> f.add(Sign.SQL_CATALOGUE, i, i);
      case Kind.AT_AT -> f.addIf(Tokens.isWord(next), Sign.SQL_VARIABLE, i, i + 1);
      case Kind.ORDER, Kind.GROUP -> order(t, i, f);
      case Kind.LIMIT -> f.addIf(Tokens.isNumber(next), Sign.SQL_LIMIT, i, i + 1);
      case Kind.INTO -> f.addIf(next == Kind.OUTFILE, Sign.SQL_OUTFILE, i, i + 1);
      case Kind.NULL -> f.addIf(next == ',' && t.at(i + 2) == Kind.NULL, Sign.SQL_NULLS, i, i + 2);
      case Kind.DASHES, '#', Kind.OPEN_COMMENT -> tail(t, i, f);
      case Kind.COLONS -> f.addIf(next == Kind.SQL_TYPE, Sign.SQL_OPERATOR, i, i + 1);
      case '@' -> f.addIf(next == '>' && t.touches(i), Sign.SQL_OPERATOR, i, i + 1);
      case '<', '?' ->
          f.addIf(
              t.touches(i) && (next == '@' || (next == '|' && t.kind[i] == '?')),
              Sign.SQL_OPERATOR,
              i,
              i + 1);
      case '$' -> f.addIf(isView(t, i), Sign.SQL_CATALOGUE, i - 1, i + 1);
      case '-' -> f.addIf(next == Kind.GT_GT, Sign.SQL_OPERATOR, i, i + 1);
      case '=', Kind.EQUALS2, '>', Kind.UNEQUAL, Kind.AT_LEAST, Kind.LIKE ->
          SqlCondition.compared(t, i, f);
      case Kind.CASE ->
          f.addIf(next == Kind.WHEN || t.at(i + 2) == Kind.WHEN, Sign.SQL_CASE, i, i + 2);
      case Kind.IF -> f.addIf(next == '(', Sign.SQL_CASE, i, i + 1);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A value that begins in the middle of a condition. */
  private static void start(Tokens t, Findings f) {
    int j = 1;
    while (j < 4 && (t.at(j) == ')' || t.at(j) == '+' || t.at(j) == '-' || t.at(j) == '(')) {
      j++;
    }
    j += Tokens.isNumber(t.at(j)) && SqlKinds.isSplice(t.at(j + 1)) ? 1 : 0;
    int kind = t.at(j);
    if (SqlKinds.isProse(t, j) || t.at(j + 1) == Kind.END) {
      return;
    }
    if (SqlKinds.isSplice(kind)
        || SqlKinds.isLogic(kind)
        || (isNegation(kind) && t.at(j + 1) == '(')) {
      f.add(Sign.SQL_START, 0, j);
    }
  }

  private static boolean isNegation(int kind) {
    return kind == Kind.NOT || kind == Kind.IN;
  }

  /** Oracle's views of itself: {@code v$version}, {@code gv$session}, {@code x$kglob}. */
  private static boolean isView(Tokens t, int i) {
    if (t.at(i - 1) != Kind.WORD || !t.touches(i - 1) || !t.touches(i)) {
      return false;
    }
    char letter = t.layer.text[t.start[i] - 1];
    return (letter == 'v' || letter == 'x') && t.end[i - 1] - t.start[i - 1] <= 2;
  }

  private static void statement(boolean is, int i, Findings f) {
    f.addIf(is, Sign.SQL_STATEMENT, i, i + 2);
  }

  private static void union(Tokens t, int i, Findings f) {
    int j = i + 1;
    while (j < i + 6 && (t.at(j) == Kind.ALL || t.at(j) == '(' || t.at(j) == '{')) {
      j++;
    }
    f.addIf(t.at(j) == Kind.SELECT, Sign.SQL_UNION, i, j);
  }

  private static void select(Tokens t, int i, Findings f) {
    if (t.at(i - 1) == '(') {
      f.add(Sign.SQL_SUBSELECT, i - 1, i);
    }
    int next = t.at(i + 1);
    if (SqlKinds.isOpener(next)
        || next == '*'
        || Tokens.isNumber(next)
        || next == Kind.NULL
        || next == Kind.SQL_FUNCTION
        || next == Kind.CASE
        || (next == Kind.SQL_FUNCTION_WORD && t.at(i + 2) == '(')
        || t.at(i + 2) == ','
        || t.at(i + 2) == ';') {
      f.add(Sign.SQL_SELECT_LIST, i, i + 1);
    }
    for (int j = i + 2; j < i + SELECT_LIST_TOKENS_MAX && j < t.count; j++) {
      if (t.kind[j] == Kind.FROM) {
        f.addIf(!SqlKinds.isProse(t, j), Sign.SQL_SELECT_FROM, i, j + 1);
        return;
      }
    }
  }

  private static void stacked(Tokens t, int i, Findings f) {
    switch (t.at(i + 1)) {
      case Kind.SELECT,
          Kind.INSERT,
          Kind.UPDATE,
          Kind.DELETE,
          Kind.DROP,
          Kind.CREATE,
          Kind.EXEC,
          Kind.DECLARE,
          Kind.WAITFOR,
          Kind.DETACH,
          Kind.SQL_TIME,
          Kind.SQL_PROCEDURE ->
          f.add(Sign.SQL_STACKED, i, i + 1);
      case Kind.SQL_VERB, Kind.DO, Kind.SET, Kind.IF ->
          f.addIf(!endsClause(t, i), Sign.SQL_STACKED, i, i + 1);
      default -> {}
    }
  }

  /** Whether the semicolon stands behind words, as where a sentence goes on. */
  private static boolean endsClause(Tokens t, int i) {
    return t.at(i - 1) == Kind.WORD && t.at(i - 2) == Kind.WORD && !t.touches(i);
  }

  /** Whether the word is a method or an option of something: {@code x.execute}, {@code -exec}. */
  private static boolean isMember(Tokens t, int i) {
    int before = t.at(i - 1);
    return t.touches(i - 1) && (before == '.' || before == '-' || before == Kind.ARROW);
  }

  /** A value that ends in the middle of a condition or a call. */
  private static void dangling(Tokens t, int i, Findings f) {
    int last = t.at(i - 1);
    int before = t.at(i - 2);
    boolean open =
        switch (last) {
          case Kind.AND,
              Kind.OR,
              Kind.WHERE,
              Kind.UNION,
              Kind.HAVING,
              Kind.SELECT,
              Kind.FROM,
              Kind.CASE,
              Kind.LIMIT ->
              i > 2;
          case '(' -> isCallable(before) || before == '=' || before == '@';
          case '\'', '"', '=' ->
              (before >= Kind.SELECT && before < Kind.JS_DIALOG) || before == '=';
          case '@' -> before == '(';
          default -> false;
        };
    f.addIf(open, Sign.SQL_DANGLING, i - 2, i - 1);
  }

  private static boolean isCallable(int kind) {
    return switch (kind) {
      case Kind.SQL_FUNCTION,
          Kind.SQL_FUNCTION_WORD,
          Kind.SQL_TIME,
          Kind.SELECT,
          Kind.EXEC,
          Kind.IF ->
          true;
      default -> false;
    };
  }

  private static void delay(Tokens t, int i, Findings f) {
    f.addIf(t.at(i + 1) == '(' || t.at(i + 1) == '.', Sign.SQL_DELAY, i, i + 1);
  }

  private static void order(Tokens t, int i, Findings f) {
    f.addIf(
        t.at(i + 1) == Kind.BY
            && (Tokens.isNumber(t.at(i + 2)) || t.at(i + 2) == Kind.SQL_FUNCTION),
        Sign.SQL_ORDER,
        i,
        i + 2);
  }

  private static void tail(Tokens t, int i, Findings f) {
    int left = t.count - 2 - i;
    f.addIf(SqlKinds.isSplice(t.at(i + 1)), Sign.SQL_BREAKOUT, i, i + 1);
    if (i > 1 && (left == 0 || (left == 1 && (t.at(i + 1) == '-' || t.at(i + 1) == '+')))) {
      f.add(Sign.SQL_TAIL, i, i);
    }
  }
}
