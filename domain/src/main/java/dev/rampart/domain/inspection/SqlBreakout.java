package dev.rampart.domain.inspection;

/** What follows where somebody else's value ends: after a quote, a parenthesis, a number. */
final class SqlBreakout {

  private SqlBreakout() {}

  static void quote(Tokens t, int i, Findings f) {
    if (t.opensQuotedWord(i) || t.endsQuotation(i)) {
      return;
    }
    int j = afterClosers(t, i + 1);
    int kind = t.at(j);
    if (opensStatement(t, i)) {
      f.add(Sign.SQL_STRING, i, i + 1);
    } else if (SqlKinds.isSplice(kind) || kind == Kind.NOT || kind == Kind.IS || kind == Kind.AS) {
      f.addIf(!SqlKinds.isProse(t, j) || createsUser(t, j), breakout(t, i, false), i, j);
    } else if (SqlKinds.isLogic(kind)) {
      f.addIf(!SqlKinds.isProse(t, j), breakout(t, i, true), i, j);
    } else if (SqlKinds.isCommentStart(kind)) {
      f.add(Sign.SQL_QUOTE_COMMENT, i, j);
    } else if (kind == '+'
        || kind == '-'
        || kind == '*'
        || kind == '^'
        || kind == '&'
        || kind == '|') {
      int operand = t.at(j + 1);
      if (operand == '('
          || Tokens.isQuote(operand)
          || t.at(j + 2) == '('
          || operand == Kind.IF
          || operand == Kind.SELECT) {
        f.add(Sign.SQL_CONCATENATION, i, j + 1);
      }
    }
    if (SqlKinds.isComparison(t.at(i + 1))
        && (Tokens.isQuote(t.at(i + 2)) || Tokens.isNumber(t.at(i + 2)))) {
      f.add(Sign.SQL_QUOTES_COMPARED, i, i + 2);
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
          Kind.OR_MARK,
          Kind.AND_MARK,
          Kind.UNEQUAL ->
          f.addIf(!opensString(t, i) && !isKey(t, i), Sign.SQL_QUOTE_OPERATOR, i, i + 2);
      default -> {}
    }
    path(t, i, f);
    if (t.at(i - 1) == Kind.OR_MARK || (t.at(i - 1) == Kind.START && t.at(i + 1) == Kind.END)) {
      f.add(Sign.SQL_ODD_QUOTE, i, i);
    }
  }

  /** Another path behind the end of a condition in XPath: {@code ']|//a}. */
  private static void path(Tokens t, int i, Findings f) {
    int close = t.at(i + 1) == ')' ? i + 2 : i + 1;
    boolean isJoined =
        t.at(close) == ']' && t.at(close + 1) == '|' && PathGrammar.isSeparator(t.at(close + 2));
    f.addIf(isJoined, Sign.XPATH_BREAKOUT, i, close + 2);
  }

  /**
   * Whether the quote begins a string of a program that holds a whole statement: {@code
   * query("SELECT …")}.
   */
  private static boolean opensStatement(Tokens t, int i) {
    boolean argument =
        switch (t.at(i - 1)) {
          case '(', '=', ',', '[' -> true;
          default -> false;
        };
    boolean statement =
        switch (t.at(i + 1)) {
          case Kind.SELECT, Kind.INSERT, Kind.UPDATE, Kind.DELETE, Kind.CREATE, Kind.DROP -> true;
          default -> false;
        };
    return argument && statement && t.touches(i) && Tokens.isWord(t.at(i - 2));
  }

  /** Whether the quote ends the key of a pair: {@code 'a' => 1}. */
  private static boolean isKey(Tokens t, int i) {
    return t.at(i + 1) == '=' && t.at(i + 2) == '>' && t.touches(i + 1);
  }

  /** Whether the quote begins a string that begins with a mark: {@code href="/"}. */
  private static boolean opensString(Tokens t, int i) {
    int next = t.at(i + 1);
    return t.touches(i)
        && switch (t.at(i - 1)) {
          case '(', '=', ',', '[', ':' -> Tokens.isWord(t.at(i - 2));
          default ->
              Tokens.isWord(t.at(i - 1))
                  && !t.touches(i - 1)
                  && (next == '^' || next == '/' || next == '%');
        };
  }

  /** A quote that ends a whole comparison ends nothing of somebody else's. */
  private static Sign breakout(Tokens t, int i, boolean isLogic) {
    if (closesLiteral(t, i)) {
      return Sign.SQL_LITERAL_LOGIC;
    }
    return isLogic ? Sign.SQL_QUOTE_LOGIC : Sign.SQL_BREAKOUT;
  }

  /** Whether the quote closes a literal that is compared with a name or stands in a list. */
  private static boolean closesLiteral(Tokens t, int i) {
    int open = i - 2;
    if (t.at(open) != t.kind[i] && t.at(i - 3) == t.kind[i]) {
      open = i - 3;
    }
    int before = t.at(open - 1);
    int left = t.at(open - 2);
    return t.at(open) == t.kind[i]
        && (SqlKinds.isComparison(before) || before == '(' || before == ',')
        && (Tokens.isWord(left) || (before == ',' && Tokens.isQuote(left)))
        && !(Tokens.isQuote(t.at(open - 3)) && SqlKinds.isComparison(before));
  }

  private static boolean createsUser(Tokens t, int i) {
    return t.at(i) == Kind.CREATE && t.at(i + 1) == Kind.SQL_FUNCTION_WORD;
  }

  /**
   * What may follow the end of a parenthesis in a foreign statement. One that the value opened
   * itself ends nothing foreign.
   */
  static void parenthesis(Tokens t, int i, Findings f) {
    boolean isOwn = t.openParentheses > 0;
    if (isOwn) {
      t.openParentheses--;
    }
    Sign sign = isOwn ? Sign.SQL_PAREN_LOGIC : Sign.SQL_PAREN_BREAKOUT;
    int j = afterClosers(t, i + 1);
    int kind = t.at(j);
    if (SqlKinds.isSplice(kind)
        || SqlKinds.isLogic(kind)
        || SqlKinds.isCommentStart(kind)
        || kind == Kind.AS) {
      f.add(sign, i, j);
    } else if (kind == ';') {
      f.addIf(!isOwn, j == i + 1 ? Sign.SQL_PAREN_END : sign, i, j);
    } else if (kind == ',' && t.at(j + 1) == Kind.NULL) {
      f.add(Sign.SQL_NULLS, i, j + 1);
    } else if (kind == '+' && t.at(j + 1) == Kind.IF) {
      f.add(Sign.SQL_CONCATENATION, i, j + 1);
    }
  }

  static void number(Tokens t, int i, Findings f) {
    int next = t.at(i + 1);
    if (SqlKinds.isSplice(next)
        || SqlKinds.isLogic(next)
        || (SqlKinds.isCommentStart(next) && t.at(i + 2) == Kind.END)) {
      f.add(Sign.SQL_NUMBER_LOGIC, i, i + 1);
    }
    if (SqlKinds.isComparison(next) && Tokens.isNumber(t.at(i + 2))) {
      f.add(t.isSame(i, i + 2) ? Sign.SQL_SAME_NUMBER : Sign.SQL_NUMBERS_COMPARED, i, i + 2);
    }
  }

  /** Skips what closes a value: quotes, parentheses, a wildcard. */
  private static int afterClosers(Tokens t, int from) {
    int j = from;
    while (j < from + 8) {
      int kind = t.at(j);
      if (kind != ')' && kind != '%' && !Tokens.isQuote(kind)) {
        break;
      }
      j++;
    }
    return j;
  }
}
