package dev.rampart.domain.inspection;

/** Conditions that are added to somebody else's: comparisons, constants, calls. */
final class SqlCondition {

  private SqlCondition() {}

  static void logic(Tokens t, int i, Findings f) {
    if (t.kind[i] == Kind.OR_MARK
        && (Tokens.isNumber(t.at(i + 1)) || Tokens.isNumber(t.at(i - 1)))) {
      f.add(Sign.SQL_NUMBER_LOGIC, i - 1, i + 1);
    }
    int j = i + 1;
    while (j < i + 8 && SqlKinds.isOpener(t.at(j))) {
      j++;
    }
    int operand = t.at(j);
    if (operand == Kind.SELECT || operand == Kind.EXISTS) {
      f.add(Sign.SQL_SUBSELECT, i, j);
      return;
    }
    int call = t.at(j + 1);
    if ((operand == Kind.SQL_TIME
            || operand == Kind.SQL_FUNCTION
            || operand == Kind.SQL_FUNCTION_WORD)
        && (call == '(' || call == Kind.PARENS)) {
      f.add(Sign.SQL_LOGIC_CALL, i, j + 1);
    }
    if (isConstant(operand) && endsCondition(call) && endsValue(t.at(i - 1))) {
      f.add(Sign.SQL_CONSTANT, i, j);
    }
    int k = j + (Tokens.isWord(operand) || Tokens.isNumber(operand) ? 1 : 0);
    while (k < j + 6 && (t.at(k) == '.' || t.at(k) == ')' || Tokens.isQuote(t.at(k)))) {
      k += t.at(k) == '.' ? 2 : 1;
    }
    if (k == i + 1) {
      // Nothing is compared: "or <b>".
      return;
    }
    int at = t.at(k) == Kind.NOT ? k + 1 : k;
    if (compares(t.at(at), t.at(at + 1))) {
      int right = k + 1;
      while (right < k + 5 && SqlKinds.isOpener(t.at(right))) {
        right++;
      }
      if (t.isSame(j, right)) {
        f.add(Sign.SQL_TAUTOLOGY, i, right);
      } else {
        f.add(t.at(right) == operand ? Sign.SQL_ALIKE : Sign.SQL_COMPARISON, i, right);
      }
    }
  }

  static void compared(Tokens t, int i, Findings f) {
    int left = t.at(i - 1);
    int right = t.at(i + 1);
    if (left == Kind.PARENS) {
      f.add(Sign.SQL_COMPARISON, i - 1, i + 1);
    }
    if (left == right && (Tokens.isQuote(left) || left == Kind.WORD) && i > t.filterEnd) {
      f.add(Sign.SQL_QUOTES_COMPARED, i - 1, i + 1);
    }
  }

  /**
   * Whether a comparison has a right side of its own; in prose, words are mostly followed by words.
   */
  private static boolean compares(int comparison, int next) {
    return switch (comparison) {
      case Kind.LIKE, Kind.BETWEEN ->
          next == '(' || next == '%' || next == '@' || next == Kind.SQL_FUNCTION || isOperand(next);
      case Kind.IN -> next == '(' || Tokens.isQuote(next);
      case Kind.IS -> next == Kind.NULL || next == Kind.NOT || next == Kind.TRUE;
      default -> SqlKinds.isComparison(comparison);
    };
  }

  private static boolean isOperand(int kind) {
    return Tokens.isQuote(kind) || Tokens.isNumber(kind);
  }

  private static boolean isConstant(int kind) {
    return Tokens.isNumber(kind) || kind == Kind.TRUE || kind == Kind.NULL;
  }

  /** What a foreign value ends with. "True or false" and "9 or 10" are no breakouts. */
  private static boolean endsValue(int kind) {
    return kind == Kind.START || kind == ')' || Tokens.isQuote(kind);
  }

  private static boolean endsCondition(int kind) {
    return kind == Kind.END
        || kind == ')'
        || kind == ';'
        || SqlKinds.isCommentStart(kind)
        || SqlKinds.isLogic(kind)
        || Tokens.isQuote(kind);
  }
}
