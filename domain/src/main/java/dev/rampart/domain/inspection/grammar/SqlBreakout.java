package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/** What follows where somebody else's value ends: after a quote, a parenthesis, a number. */
final class SqlBreakout {

  private SqlBreakout() {}

  static void quote(TokenBuffer t, int i, Indicators found) {
    if (t.opensQuotedWord(i) || t.endsQuotation(i)) {
      return;
    }
    int j = afterClosers(t, i + 1);
    int kind = t.at(j);
    if (opensStatement(t, i)) {
      found.add(Indicator.SQL_STRING, i, i + 1);
    } else if (SqlTokens.isSplice(kind)
        || kind == TokenKind.NOT
        || kind == TokenKind.IS
        || kind == TokenKind.AS) {
      found.addIf(!SqlTokens.isProse(t, j) || createsUser(t, j), breakout(t, i, false), i, j);
    } else if (SqlTokens.isLogic(kind)) {
      found.addIf(!SqlTokens.isProse(t, j), breakout(t, i, true), i, j);
    } else if (SqlTokens.isCommentStart(kind)) {
      found.add(Indicator.SQL_QUOTE_COMMENT, i, j);
    } else if (kind == '+'
        || kind == '-'
        || kind == '*'
        || kind == '^'
        || kind == '&'
        || kind == '|') {
      int operand = t.at(j + 1);
      if (operand == '('
          || TokenKind.isQuote(operand)
          || t.at(j + 2) == '('
          || operand == TokenKind.IF
          || operand == TokenKind.SELECT) {
        found.add(Indicator.SQL_CONCATENATION, i, j + 1);
      }
    }
    if (SqlTokens.isComparison(t.at(i + 1))
        && (TokenKind.isQuote(t.at(i + 2)) || TokenKind.isNumber(t.at(i + 2)))) {
      found.add(Indicator.SQL_QUOTES_COMPARED, i, i + 2);
    }
    switch (t.at(i + 1)) {
      case '+',
          '-',
          '*',
          '/',
          '^',
          '&',
          '|',
          '%',
          '=',
          '<',
          '>',
          TokenKind.OR_MARK,
          TokenKind.AND_MARK,
          TokenKind.UNEQUAL ->
          found.addIf(!opensString(t, i) && !isKey(t, i), Indicator.SQL_QUOTE_OPERATOR, i, i + 2);
      default -> {}
    }
    path(t, i, found);
    if (t.at(i - 1) == TokenKind.OR_MARK
        || (t.at(i - 1) == TokenKind.START && t.at(i + 1) == TokenKind.END)) {
      found.add(Indicator.SQL_ODD_QUOTE, i, i);
    }
  }

  /** Another path behind the end of a condition in XPath: {@code ']|//a}. */
  private static void path(TokenBuffer t, int i, Indicators found) {
    int close = t.at(i + 1) == ')' ? i + 2 : i + 1;
    boolean isJoined =
        t.at(close) == ']' && t.at(close + 1) == '|' && PathGrammar.isSeparator(t.at(close + 2));
    found.addIf(isJoined, Indicator.XPATH_BREAKOUT, i, close + 2);
  }

  /**
   * Returns whether the quote begins a string of a program that holds a whole statement: {@code
   * query("SELECT …")}.
   */
  private static boolean opensStatement(TokenBuffer t, int i) {
    boolean argument =
        switch (t.at(i - 1)) {
          case '(', '=', ',', '[' -> true;
          default -> false;
        };
    boolean statement =
        switch (t.at(i + 1)) {
          case TokenKind.SELECT,
              TokenKind.INSERT,
              TokenKind.UPDATE,
              TokenKind.DELETE,
              TokenKind.CREATE,
              TokenKind.DROP ->
              true;
          default -> false;
        };
    return argument && statement && t.touches(i) && TokenKind.isWord(t.at(i - 2));
  }

  /** Returns whether the quote ends the key of a pair: {@code 'a' => 1}. */
  private static boolean isKey(TokenBuffer t, int i) {
    return t.at(i + 1) == '=' && t.at(i + 2) == '>' && t.touches(i + 1);
  }

  /** Returns whether the quote begins a string that begins with a mark: {@code href="/"}. */
  private static boolean opensString(TokenBuffer t, int i) {
    int next = t.at(i + 1);
    return t.touches(i)
        && switch (t.at(i - 1)) {
          case '(', '=', ',', '[', ':' -> TokenKind.isWord(t.at(i - 2));
          default ->
              TokenKind.isWord(t.at(i - 1))
                  && !t.touches(i - 1)
                  && (next == '^' || next == '/' || next == '%');
        };
  }

  /** Tells what a quote breaks out of: one that ends a whole comparison ends nothing foreign. */
  private static Indicator breakout(TokenBuffer t, int i, boolean isLogic) {
    if (closesLiteral(t, i)) {
      return Indicator.SQL_LITERAL_LOGIC;
    }
    return isLogic ? Indicator.SQL_QUOTE_LOGIC : Indicator.SQL_BREAKOUT;
  }

  /**
   * Returns whether the quote closes a literal that is compared with a name or stands in a list.
   */
  private static boolean closesLiteral(TokenBuffer t, int i) {
    int open = i - 2;
    if (t.at(open) != t.kind[i] && t.at(i - 3) == t.kind[i]) {
      open = i - 3;
    }
    int before = t.at(open - 1);
    int left = t.at(open - 2);
    return t.at(open) == t.kind[i]
        && (SqlTokens.isComparison(before) || before == '(' || before == ',')
        && (TokenKind.isWord(left) || (before == ',' && TokenKind.isQuote(left)))
        && !(TokenKind.isQuote(t.at(open - 3)) && SqlTokens.isComparison(before));
  }

  private static boolean createsUser(TokenBuffer t, int i) {
    return t.at(i) == TokenKind.CREATE && t.at(i + 1) == TokenKind.SQL_FUNCTION_WORD;
  }

  /**
   * What may follow the end of a parenthesis in a foreign statement. One that the value opened
   * itself ends nothing foreign.
   */
  static void parenthesis(TokenBuffer t, int i, Indicators found) {
    boolean isOwn = t.openParentheses > 0;
    if (isOwn) {
      t.openParentheses--;
    }
    Indicator indicator = isOwn ? Indicator.SQL_PAREN_LOGIC : Indicator.SQL_PAREN_BREAKOUT;
    int j = afterClosers(t, i + 1);
    int kind = t.at(j);
    if (SqlTokens.isSplice(kind)
        || SqlTokens.isLogic(kind)
        || SqlTokens.isCommentStart(kind)
        || kind == TokenKind.AS) {
      found.add(indicator, i, j);
    } else if (kind == ';') {
      found.addIf(!isOwn, j == i + 1 ? Indicator.SQL_PAREN_END : indicator, i, j);
    } else if (kind == ',' && t.at(j + 1) == TokenKind.NULL) {
      found.add(Indicator.SQL_NULLS, i, j + 1);
    } else if (kind == '+' && t.at(j + 1) == TokenKind.IF) {
      found.add(Indicator.SQL_CONCATENATION, i, j + 1);
    }
  }

  static void number(TokenBuffer t, int i, Indicators found) {
    int next = t.at(i + 1);
    if (SqlTokens.isSplice(next)
        || SqlTokens.isLogic(next)
        || (SqlTokens.isCommentStart(next) && t.at(i + 2) == TokenKind.END)) {
      found.add(Indicator.SQL_NUMBER_LOGIC, i, i + 1);
    }
    if (SqlTokens.isComparison(next) && TokenKind.isNumber(t.at(i + 2))) {
      found.add(
          t.isSame(i, i + 2) ? Indicator.SQL_SAME_NUMBER : Indicator.SQL_NUMBERS_COMPARED,
          i,
          i + 2);
    }
  }

  /** Skips what closes a value: quotes, parentheses, a wildcard. */
  private static int afterClosers(TokenBuffer t, int from) {
    int j = from;
    while (j < from + 8) {
      int kind = t.at(j);
      if (kind != ')' && kind != '%' && !TokenKind.isQuote(kind)) {
        break;
      }
      j++;
    }
    return j;
  }
}
