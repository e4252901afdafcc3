package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/** Conditions that are added to somebody else's: comparisons, constants, calls. */
final class SqlCondition {

  private SqlCondition() {}

  static void logic(TokenBuffer t, int i, Indicators found) {
    if (t.kind[i] == TokenKind.OR_MARK
        && (TokenKind.isNumber(t.at(i + 1)) || TokenKind.isNumber(t.at(i - 1)))) {
      found.add(Indicator.SQL_NUMBER_LOGIC, i - 1, i + 1);
    }
    int j = i + 1;
    while (j < i + 8 && SqlTokens.isOpener(t.at(j))) {
      j++;
    }
    int operand = t.at(j);
    if (operand == TokenKind.SELECT || operand == TokenKind.EXISTS) {
      found.add(Indicator.SQL_SUBSELECT, i, j);
      return;
    }
    int call = t.at(j + 1);
    if ((operand == TokenKind.SQL_TIME
            || operand == TokenKind.SQL_FUNCTION
            || operand == TokenKind.SQL_FUNCTION_WORD)
        && (call == '(' || call == TokenKind.PARENS)) {
      found.add(Indicator.SQL_LOGIC_CALL, i, j + 1);
    }
    if (isConstant(operand) && endsCondition(call) && endsValue(t.at(i - 1))) {
      found.add(Indicator.SQL_CONSTANT, i, j);
    }
    int k = j + (TokenKind.isWord(operand) || TokenKind.isNumber(operand) ? 1 : 0);
    while (k < j + 6 && (t.at(k) == '.' || t.at(k) == ')' || TokenKind.isQuote(t.at(k)))) {
      k += t.at(k) == '.' ? 2 : 1;
    }
    if (k == i + 1) {
      // Nothing is compared: "or <b>".
      return;
    }
    int at = t.at(k) == TokenKind.NOT ? k + 1 : k;
    if (compares(t.at(at), t.at(at + 1))) {
      int right = k + 1;
      while (right < k + 5 && SqlTokens.isOpener(t.at(right))) {
        right++;
      }
      if (t.isSame(j, right)) {
        found.add(Indicator.SQL_TAUTOLOGY, i, right);
      } else {
        found.add(
            t.at(right) == operand ? Indicator.SQL_ALIKE : Indicator.SQL_COMPARISON, i, right);
      }
    }
  }

  static void compared(TokenBuffer t, int i, Indicators found) {
    int left = t.at(i - 1);
    int right = t.at(i + 1);
    if (left == TokenKind.PARENS) {
      found.add(Indicator.SQL_COMPARISON, i - 1, i + 1);
    }
    if (left == right && (TokenKind.isQuote(left) || left == TokenKind.WORD) && i > t.filterEnd) {
      found.add(Indicator.SQL_QUOTES_COMPARED, i - 1, i + 1);
    }
  }

  /**
   * Returns whether a comparison has a right side of its own; in prose, words are mostly followed
   * by words.
   */
  private static boolean compares(int comparison, int next) {
    return switch (comparison) {
      case TokenKind.LIKE, TokenKind.BETWEEN ->
          next == '('
              || next == '%'
              || next == '@'
              || next == TokenKind.SQL_FUNCTION
              || isOperand(next);
      case TokenKind.IN -> next == '(' || TokenKind.isQuote(next);
      case TokenKind.IS ->
          next == TokenKind.NULL || next == TokenKind.NOT || next == TokenKind.TRUE;
      default -> SqlTokens.isComparison(comparison);
    };
  }

  private static boolean isOperand(int kind) {
    return TokenKind.isQuote(kind) || TokenKind.isNumber(kind);
  }

  private static boolean isConstant(int kind) {
    return TokenKind.isNumber(kind) || kind == TokenKind.TRUE || kind == TokenKind.NULL;
  }

  /** What a foreign value ends with. "True or false" and "9 or 10" are no breakouts. */
  private static boolean endsValue(int kind) {
    return kind == TokenKind.START || kind == ')' || TokenKind.isQuote(kind);
  }

  private static boolean endsCondition(int kind) {
    return kind == TokenKind.END
        || kind == ')'
        || kind == ';'
        || SqlTokens.isCommentStart(kind)
        || SqlTokens.isLogic(kind)
        || TokenKind.isQuote(kind);
  }
}
