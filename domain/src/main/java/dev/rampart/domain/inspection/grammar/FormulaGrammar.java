package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/** A value that a spreadsheet would compute, and that reaches out of it while it does. */
final class FormulaGrammar {

  private static final int TOKENS_MAX = 16;

  private FormulaGrammar() {}

  /**
   * Reads what begins at token {@code i}; returns whether tokens of its kind begin anything here.
   */
  static boolean read(TokenBuffer t, int i, Indicators found) {
    if (t.kind[i] != TokenKind.START) {
      return false;
    }
    int first = TokenKind.isQuote(t.at(1)) ? 2 : 1;
    if (isFormulaStart(t.at(first))) {
      for (int j = first + 1; j < first + TOKENS_MAX && j < t.count; j++) {
        if (reachesOut(t, j)) {
          found.add(Indicator.FORMULA, first, j + 1);
          return true;
        }
      }
    }
    return true;
  }

  private static boolean isFormulaStart(int kind) {
    return kind == '=' || kind == '+' || kind == '-' || kind == '@';
  }

  /**
   * Returns whether it is a function that fetches, or a program and its argument: {@code cmd|'/c
   * calc'!A1}.
   */
  private static boolean reachesOut(TokenBuffer t, int i) {
    int next = t.at(i + 1);
    return switch (t.kind[i]) {
      case TokenKind.FORMULA -> next == '(';
      case TokenKind.EXEC -> next == '(' && TokenKind.isQuote(t.at(i + 2));
      case '|' -> TokenKind.isQuote(next) && t.touches(i - 1);
      default -> false;
    };
  }
}
