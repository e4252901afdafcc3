package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/**
 * SQL as it looks when it is spliced into somebody else's statement: from a bare start, from inside
 * a quote, from inside a number or a parenthesis. Every look ahead is bounded.
 */
final class SqlGrammar {

  private static final int SELECT_LIST_TOKENS_MAX = 40;

  private SqlGrammar() {}

  /**
   * Reads what begins at token {@code i}; returns whether tokens of its kind begin anything here.
   */
  static boolean read(TokenBuffer t, int i, Indicators found) {
    int next = t.at(i + 1);
    switch (t.kind[i]) {
      case '\'', '"', '`' -> SqlBreakout.quote(t, i, found);
      case '(', TokenKind.DOLLAR_PAREN -> t.openParentheses++;
      case ')' -> SqlBreakout.parenthesis(t, i, found);
      case TokenKind.START -> start(t, found);
      case TokenKind.ODD_NUMBER -> {
        found.add(Indicator.SQL_ODD_NUMBER, i, i + 1);
        SqlBreakout.number(t, i, found);
      }
      case TokenKind.NUMBER, TokenKind.HEX -> SqlBreakout.number(t, i, found);
      case TokenKind.AND,
          TokenKind.OR,
          TokenKind.OR_MARK,
          TokenKind.AND_MARK,
          TokenKind.WHERE,
          TokenKind.HAVING ->
          SqlCondition.logic(t, i, found);
      case TokenKind.UNION -> union(t, i, found);
      case TokenKind.SELECT -> select(t, i, found);
      case TokenKind.INSERT -> statement(next == TokenKind.INTO, i, found);
      case TokenKind.UPDATE -> statement(t.at(i + 2) == TokenKind.SET, i, found);
      case TokenKind.DELETE, TokenKind.DROP, TokenKind.CREATE ->
          statement(
              next == TokenKind.TABLE
                  || next == TokenKind.FROM
                  || next == TokenKind.PROCEDURE
                  || next == TokenKind.FUNCTION,
              i,
              found);
      case TokenKind.EXEC ->
          statement(
              !isMember(t, i) && (TokenKind.isWord(next) || next == '(' || next == '@'), i, found);
      case TokenKind.DECLARE -> statement(next == '@', i, found);
      case TokenKind.SQL_VERB, TokenKind.DO, TokenKind.DETACH ->
          statement(t.at(i - 1) == TokenKind.START || t.at(i - 1) == ';', i, found);
      case ';' -> stacked(t, i, found);
      case TokenKind.END -> dangling(t, i, found);
      case TokenKind.WHEN ->
          found.addIf(
              t.at(i + 2) == TokenKind.THEN || t.at(i + 4) == TokenKind.THEN,
              Indicator.SQL_CASE,
              i,
              i + 4);
      case TokenKind.SQL_TIME -> delay(t, i, found);
      case TokenKind.WAITFOR -> found.add(Indicator.SQL_DELAY, i, i + 2);
      case TokenKind.SQL_FUNCTION, TokenKind.SQL_FUNCTION_WORD -> {
        if (next == '(' || next == TokenKind.PARENS) {
          found.add(Indicator.SQL_CALL, i, i + 1);
        }
      }
      case TokenKind.SQL_PROCEDURE -> found.add(Indicator.SQL_PROCEDURE, i, i);
      case TokenKind.SQL_CATALOGUE -> found.add(Indicator.SQL_CATALOGUE, i, i);
      case TokenKind.AT_AT -> found.addIf(TokenKind.isWord(next), Indicator.SQL_VARIABLE, i, i + 1);
      case TokenKind.ORDER, TokenKind.GROUP -> order(t, i, found);
      case TokenKind.LIMIT -> found.addIf(TokenKind.isNumber(next), Indicator.SQL_LIMIT, i, i + 1);
      case TokenKind.INTO ->
          found.addIf(next == TokenKind.OUTFILE, Indicator.SQL_OUTFILE, i, i + 1);
      case TokenKind.NULL ->
          found.addIf(next == ',' && t.at(i + 2) == TokenKind.NULL, Indicator.SQL_NULLS, i, i + 2);
      case TokenKind.DASHES, '#', TokenKind.OPEN_COMMENT -> tail(t, i, found);
      case TokenKind.COLONS ->
          found.addIf(next == TokenKind.SQL_TYPE, Indicator.SQL_OPERATOR, i, i + 1);
      case '@' -> found.addIf(next == '>' && t.touches(i), Indicator.SQL_OPERATOR, i, i + 1);
      case '<', '?' ->
          found.addIf(
              t.touches(i) && (next == '@' || (next == '|' && t.kind[i] == '?')),
              Indicator.SQL_OPERATOR,
              i,
              i + 1);
      case '$' -> found.addIf(isView(t, i), Indicator.SQL_CATALOGUE, i - 1, i + 1);
      case '-' -> found.addIf(next == TokenKind.GT_GT, Indicator.SQL_OPERATOR, i, i + 1);
      case '=', TokenKind.EQUALS2, '>', TokenKind.UNEQUAL, TokenKind.AT_LEAST, TokenKind.LIKE ->
          SqlCondition.compared(t, i, found);
      case TokenKind.CASE ->
          found.addIf(
              next == TokenKind.WHEN || t.at(i + 2) == TokenKind.WHEN,
              Indicator.SQL_CASE,
              i,
              i + 2);
      case TokenKind.IF -> found.addIf(next == '(', Indicator.SQL_CASE, i, i + 1);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A value that begins in the middle of a condition. */
  private static void start(TokenBuffer t, Indicators found) {
    int j = 1;
    while (j < 4 && (t.at(j) == ')' || t.at(j) == '+' || t.at(j) == '-' || t.at(j) == '(')) {
      j++;
    }
    j += TokenKind.isNumber(t.at(j)) && SqlTokens.isSplice(t.at(j + 1)) ? 1 : 0;
    int kind = t.at(j);
    if (SqlTokens.isProse(t, j) || t.at(j + 1) == TokenKind.END) {
      return;
    }
    if (SqlTokens.isSplice(kind)
        || SqlTokens.isLogic(kind)
        || (isNegation(kind) && t.at(j + 1) == '(')) {
      found.add(Indicator.SQL_START, 0, j);
    }
  }

  private static boolean isNegation(int kind) {
    return kind == TokenKind.NOT || kind == TokenKind.IN;
  }

  /** Oracle's views of itself: {@code v$version}, {@code gv$session}, {@code x$kglob}. */
  private static boolean isView(TokenBuffer t, int i) {
    if (t.at(i - 1) != TokenKind.WORD || !t.touches(i - 1) || !t.touches(i)) {
      return false;
    }
    char letter = t.text.chars[t.start[i] - 1];
    return (letter == 'v' || letter == 'x') && t.length(i - 1) <= 2;
  }

  private static void statement(boolean is, int i, Indicators found) {
    found.addIf(is, Indicator.SQL_STATEMENT, i, i + 2);
  }

  private static void union(TokenBuffer t, int i, Indicators found) {
    int j = i + 1;
    while (j < i + 6 && (t.at(j) == TokenKind.ALL || t.at(j) == '(' || t.at(j) == '{')) {
      j++;
    }
    found.addIf(t.at(j) == TokenKind.SELECT, Indicator.SQL_UNION, i, j);
  }

  private static void select(TokenBuffer t, int i, Indicators found) {
    if (t.at(i - 1) == '(') {
      found.add(Indicator.SQL_SUBSELECT, i - 1, i);
    }
    int next = t.at(i + 1);
    if (SqlTokens.isOpener(next)
        || next == '*'
        || TokenKind.isNumber(next)
        || next == TokenKind.NULL
        || next == TokenKind.SQL_FUNCTION
        || next == TokenKind.CASE
        || (next == TokenKind.SQL_FUNCTION_WORD && t.at(i + 2) == '(')
        || t.at(i + 2) == ','
        || t.at(i + 2) == ';') {
      found.add(Indicator.SQL_SELECT_LIST, i, i + 1);
    }
    for (int j = i + 2; j < i + SELECT_LIST_TOKENS_MAX && j < t.count; j++) {
      if (t.kind[j] == TokenKind.FROM) {
        found.addIf(!SqlTokens.isProse(t, j), Indicator.SQL_SELECT_FROM, i, j + 1);
        return;
      }
    }
  }

  private static void stacked(TokenBuffer t, int i, Indicators found) {
    switch (t.at(i + 1)) {
      case TokenKind.SELECT,
          TokenKind.INSERT,
          TokenKind.UPDATE,
          TokenKind.DELETE,
          TokenKind.DROP,
          TokenKind.CREATE,
          TokenKind.EXEC,
          TokenKind.DECLARE,
          TokenKind.WAITFOR,
          TokenKind.DETACH,
          TokenKind.SQL_TIME,
          TokenKind.SQL_PROCEDURE ->
          found.add(Indicator.SQL_STACKED, i, i + 1);
      case TokenKind.SQL_VERB, TokenKind.DO, TokenKind.SET, TokenKind.IF ->
          found.addIf(!endsClause(t, i), Indicator.SQL_STACKED, i, i + 1);
      default -> {}
    }
  }

  /** Returns whether the semicolon stands behind words, as in a sentence that goes on. */
  private static boolean endsClause(TokenBuffer t, int i) {
    return t.at(i - 1) == TokenKind.WORD && t.at(i - 2) == TokenKind.WORD && !t.touches(i);
  }

  /**
   * Returns whether the word is a method or an option of something: {@code x.execute}, {@code
   * -exec}.
   */
  private static boolean isMember(TokenBuffer t, int i) {
    int before = t.at(i - 1);
    return t.touches(i - 1) && (before == '.' || before == '-' || before == TokenKind.ARROW);
  }

  /** A value that ends in the middle of a condition or a call. */
  private static void dangling(TokenBuffer t, int i, Indicators found) {
    int last = t.at(i - 1);
    int before = t.at(i - 2);
    boolean open =
        switch (last) {
          case TokenKind.AND,
              TokenKind.OR,
              TokenKind.WHERE,
              TokenKind.UNION,
              TokenKind.HAVING,
              TokenKind.SELECT,
              TokenKind.FROM,
              TokenKind.CASE,
              TokenKind.LIMIT ->
              i > 2;
          case '(' -> isCallable(before) || before == '=' || before == '@';
          case '\'', '"', '=' -> TokenKind.isSql(before) || before == '=';
          case '@' -> before == '(';
          default -> false;
        };
    found.addIf(open, Indicator.SQL_DANGLING, i - 2, i - 1);
  }

  private static boolean isCallable(int kind) {
    return switch (kind) {
      case TokenKind.SQL_FUNCTION,
          TokenKind.SQL_FUNCTION_WORD,
          TokenKind.SQL_TIME,
          TokenKind.SELECT,
          TokenKind.EXEC,
          TokenKind.IF ->
          true;
      default -> false;
    };
  }

  private static void delay(TokenBuffer t, int i, Indicators found) {
    found.addIf(t.at(i + 1) == '(' || t.at(i + 1) == '.', Indicator.SQL_DELAY, i, i + 1);
  }

  private static void order(TokenBuffer t, int i, Indicators found) {
    found.addIf(
        t.at(i + 1) == TokenKind.BY
            && (TokenKind.isNumber(t.at(i + 2)) || t.at(i + 2) == TokenKind.SQL_FUNCTION),
        Indicator.SQL_ORDER,
        i,
        i + 2);
  }

  private static void tail(TokenBuffer t, int i, Indicators found) {
    int left = t.count - 2 - i;
    found.addIf(SqlTokens.isSplice(t.at(i + 1)), Indicator.SQL_BREAKOUT, i, i + 1);
    if (i > 1 && (left == 0 || (left == 1 && (t.at(i + 1) == '-' || t.at(i + 1) == '+')))) {
      found.add(Indicator.SQL_TAIL, i, i);
    }
  }
}
