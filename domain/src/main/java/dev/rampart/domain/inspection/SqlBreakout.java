package dev.rampart.domain.inspection;

/** What follows where somebody else's value ends: after a quote, a parenthesis, a number. */
final class SqlBreakout {

  private SqlBreakout() {}

  static void quote(Tokens t, int i, Findings f) {
    if (t.opensQuotedWord(i)) {
      return;
    }
    var j = afterClosers(t, i + 1);
    var kind = t.at(j);
    if (SqlKinds.isSplice(kind) || kind == Kind.NOT || kind == Kind.IS || kind == Kind.AS) {
      f.addIf(!SqlKinds.isProse(t, j), Sign.SQL_BREAKOUT, i, j);
    } else if (SqlKinds.isLogic(kind)) {
      f.addIf(!SqlKinds.isProse(t, j), Sign.SQL_QUOTE_LOGIC, i, j);
    } else if (SqlKinds.isCommentStart(kind)) {
      f.add(Sign.SQL_QUOTE_COMMENT, i, j);
    } else if (kind == '+'
        || kind == '-'
        || kind == '*'
        || kind == '^'
        || kind == '&'
        || kind == '|') {
      var operand = t.at(j + 1);
      if (operand == '(' || Tokens.isQuote(operand) || t.at(j + 2) == '(' || operand == Kind.IF) {
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
          f.add(Sign.SQL_QUOTE_OPERATOR, i, i + 2);
      default -> {}
    }
    if (t.at(i - 1) == Kind.OR_MARK || (t.at(i - 1) == Kind.START && t.at(i + 1) == Kind.END)) {
      f.add(Sign.SQL_ODD_QUOTE, i, i);
    }
  }

  /** What may follow the end of a parenthesis or a number in a foreign statement. */
  static void afterValue(Tokens t, int i, Findings f, Sign sign) {
    var j = afterClosers(t, i + 1);
    var kind = t.at(j);
    if (SqlKinds.isSplice(kind)
        || SqlKinds.isLogic(kind)
        || SqlKinds.isCommentStart(kind)
        || kind == Kind.AS) {
      f.add(sign, i, j);
    } else if (kind == ';') {
      f.add(j == i + 1 ? Sign.SQL_PAREN_END : sign, i, j);
    } else if (kind == ',' && t.at(j + 1) == Kind.NULL) {
      f.add(Sign.SQL_NULLS, i, j + 1);
    } else if (kind == '+' && t.at(j + 1) == Kind.IF) {
      f.add(Sign.SQL_CONCATENATION, i, j + 1);
    }
  }

  static void number(Tokens t, int i, Findings f) {
    var next = t.at(i + 1);
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
    var j = from;
    while (j < from + 8) {
      var kind = t.at(j);
      if (kind != ')' && kind != '%' && !Tokens.isQuote(kind)) {
        break;
      }
      j++;
    }
    return j;
  }
}
