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
    var next = t.at(i + 1);
    switch (t.kind[i]) {
      case '\'', '"', '`' -> quote(t, i, f);
      case ')' -> afterValue(t, i, f, Sign.SQL_PAREN_BREAKOUT);
      case Kind.START -> start(t, f);
      case Kind.ODD_NUMBER -> {
        f.add(Sign.SQL_ODD_NUMBER, i, i + 1);
        number(t, i, f);
      }
      case Kind.NUMBER, Kind.HEX -> number(t, i, f);
      case Kind.AND, Kind.OR, Kind.OR_MARK, Kind.AND_MARK, Kind.WHERE, Kind.HAVING ->
          logic(t, i, f);
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
      case Kind.EXEC -> statement(Tokens.isWord(next) || next == '(' || next == '@', i, f);
      case Kind.DECLARE -> statement(next == '@', i, f);
      case Kind.SQL_VERB -> statement(t.at(i - 1) == Kind.START || t.at(i - 1) == ';', i, f);
      case ';' -> stacked(t, i, f);
      case Kind.END -> dangling(t, i, f);
      case Kind.WHEN ->
          found(t.at(i + 2) == Kind.THEN || t.at(i + 4) == Kind.THEN, Sign.SQL_CASE, i, i + 4, f);
      case Kind.SQL_TIME -> delay(t, i, f);
      case Kind.WAITFOR -> f.add(Sign.SQL_DELAY, i, i + 2);
      case Kind.SQL_FUNCTION, Kind.SQL_FUNCTION_WORD -> {
        if (next == '(' || next == Kind.PARENS) {
          f.add(Sign.SQL_CALL, i, i + 1);
        }
      }
      case Kind.SQL_PROCEDURE -> f.add(Sign.SQL_PROCEDURE, i, i);
      case Kind.SQL_CATALOGUE -> f.add(Sign.SQL_CATALOGUE, i, i);
      case Kind.AT_AT -> found(Tokens.isWord(next), Sign.SQL_VARIABLE, i, i + 1, f);
      case Kind.ORDER, Kind.GROUP -> order(t, i, f);
      case Kind.LIMIT -> found(Tokens.isNumber(next), Sign.SQL_LIMIT, i, i + 1, f);
      case Kind.INTO -> found(next == Kind.OUTFILE, Sign.SQL_OUTFILE, i, i + 1, f);
      case Kind.NULL -> found(next == ',' && t.at(i + 2) == Kind.NULL, Sign.SQL_NULLS, i, i + 2, f);
      case Kind.DASHES, '#', Kind.OPEN_COMMENT -> tail(t, i, f);
      case Kind.COLONS -> found(next == Kind.SQL_TYPE, Sign.SQL_OPERATOR, i, i + 1, f);
      case '@' -> found(next == '>' && t.touches(i), Sign.SQL_OPERATOR, i, i + 1, f);
      case '<', '?' ->
          found(
              t.touches(i) && (next == '@' || (next == '|' && t.kind[i] == '?')),
              Sign.SQL_OPERATOR,
              i,
              i + 1,
              f);
      case '$' -> found(isView(t, i), Sign.SQL_CATALOGUE, i - 1, i + 1, f);
      case '-' -> found(next == Kind.GT_GT, Sign.SQL_OPERATOR, i, i + 1, f);
      case '=', Kind.EQUALS2, '>', Kind.UNEQUAL, Kind.AT_LEAST, Kind.LIKE -> compared(t, i, f);
      case Kind.CASE ->
          found(next == Kind.WHEN || t.at(i + 2) == Kind.WHEN, Sign.SQL_CASE, i, i + 2, f);
      case Kind.IF -> found(next == '(', Sign.SQL_CASE, i, i + 1, f);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A value that begins in the middle of a condition. */
  private static void start(Tokens t, Findings f) {
    var j = 1;
    while (j < 4 && (t.at(j) == ')' || t.at(j) == '+' || t.at(j) == '(')) {
      j++;
    }
    var kind = t.at(j);
    if (isProse(t, j) || t.at(j + 1) == Kind.END) {
      return;
    }
    if (isSplice(kind) || isLogic(kind) || (isNegation(kind) && t.at(j + 1) == '(')) {
      f.add(Sign.SQL_START, 0, j);
    }
  }

  private static boolean isNegation(int kind) {
    return kind == Kind.NOT || kind == Kind.IN;
  }

  /** Whether two plain words follow, a number before them apart: so goes no condition. */
  private static boolean isProse(Tokens t, int i) {
    var first = t.at(i + 1) == Kind.NUMBER ? i + 2 : i + 1;
    return t.at(first) == Kind.WORD && t.at(first + 1) == Kind.WORD;
  }

  /** Oracle's views of itself: {@code v$version}, {@code gv$session}, {@code x$kglob}. */
  private static boolean isView(Tokens t, int i) {
    if (t.at(i - 1) != Kind.WORD || !t.touches(i - 1) || !t.touches(i)) {
      return false;
    }
    var letter = t.layer.text[t.start[i] - 1];
    return (letter == 'v' || letter == 'x') && t.end[i - 1] - t.start[i - 1] <= 2;
  }

  private static void found(boolean is, Sign sign, int from, int to, Findings f) {
    if (is) {
      f.add(sign, from, to);
    }
  }

  private static void statement(boolean is, int i, Findings f) {
    found(is, Sign.SQL_STATEMENT, i, i + 2, f);
  }

  static boolean isComparison(int kind) {
    return switch (kind) {
      case '=', '<', '>', Kind.UNEQUAL, Kind.AT_LEAST, Kind.EQUALS2, Kind.LIKE, Kind.BETWEEN ->
          true;
      default -> false;
    };
  }

  private static boolean isSplice(int kind) {
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

  private static boolean isLogic(int kind) {
    return kind == Kind.AND || kind == Kind.OR || kind == Kind.OR_MARK || kind == Kind.AND_MARK;
  }

  private static boolean isCommentStart(int kind) {
    return kind == Kind.DASHES || kind == '#' || kind == Kind.OPEN_COMMENT;
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

  private static void quote(Tokens t, int i, Findings f) {
    var j = afterClosers(t, i + 1);
    var kind = t.at(j);
    if (isSplice(kind) || kind == Kind.NOT || kind == Kind.IS || kind == Kind.AS) {
      found(!isProse(t, j), Sign.SQL_BREAKOUT, i, j, f);
    } else if (isLogic(kind)) {
      found(!isProse(t, j), Sign.SQL_QUOTE_LOGIC, i, j, f);
    } else if (isCommentStart(kind)) {
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
    if (isComparison(t.at(i + 1))
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
  private static void afterValue(Tokens t, int i, Findings f, Sign sign) {
    var j = afterClosers(t, i + 1);
    var kind = t.at(j);
    if (isSplice(kind) || isLogic(kind) || isCommentStart(kind) || kind == ';' || kind == Kind.AS) {
      f.add(sign, i, j);
    } else if (kind == ',' && t.at(j + 1) == Kind.NULL) {
      f.add(Sign.SQL_NULLS, i, j + 1);
    } else if (kind == '+' && t.at(j + 1) == Kind.IF) {
      f.add(Sign.SQL_CONCATENATION, i, j + 1);
    }
  }

  private static void number(Tokens t, int i, Findings f) {
    var next = t.at(i + 1);
    if (isSplice(next) || isLogic(next) || (isCommentStart(next) && t.at(i + 2) == Kind.END)) {
      f.add(Sign.SQL_NUMBER_LOGIC, i, i + 1);
    }
    if (isComparison(next) && Tokens.isNumber(t.at(i + 2))) {
      f.add(t.isSame(i, i + 2) ? Sign.SQL_SAME_NUMBER : Sign.SQL_NUMBERS_COMPARED, i, i + 2);
    }
  }

  private static boolean isOpener(int kind) {
    return switch (kind) {
      case '(', '\'', '"', '`', '-', '+', '~', '!', '@', Kind.AT_AT, Kind.NOT, '[', '{' -> true;
      default -> false;
    };
  }

  private static void logic(Tokens t, int i, Findings f) {
    if (t.kind[i] == Kind.OR_MARK
        && (Tokens.isNumber(t.at(i + 1)) || Tokens.isNumber(t.at(i - 1)))) {
      f.add(Sign.SQL_NUMBER_LOGIC, i - 1, i + 1);
    }
    var j = i + 1;
    while (j < i + 8 && isOpener(t.at(j))) {
      j++;
    }
    var operand = t.at(j);
    if (operand == Kind.SELECT || operand == Kind.EXISTS) {
      f.add(Sign.SQL_SUBSELECT, i, j);
      return;
    }
    var call = t.at(j + 1);
    if ((operand == Kind.SQL_TIME
            || operand == Kind.SQL_FUNCTION
            || operand == Kind.SQL_FUNCTION_WORD)
        && (call == '(' || call == Kind.PARENS)) {
      f.add(Sign.SQL_LOGIC_CALL, i, j + 1);
    }
    if (isConstant(operand) && endsCondition(call) && endsValue(t.at(i - 1))) {
      f.add(Sign.SQL_CONSTANT, i, j);
    }
    var k = j + (Tokens.isWord(operand) || Tokens.isNumber(operand) ? 1 : 0);
    while (k < j + 6 && (t.at(k) == '.' || t.at(k) == ')' || Tokens.isQuote(t.at(k)))) {
      k += t.at(k) == '.' ? 2 : 1;
    }
    if (k == i + 1) {
      // Nothing is compared: "or <b>".
      return;
    }
    var comparison = t.at(k) == Kind.NOT ? t.at(k + 1) : t.at(k);
    if (isComparison(comparison) || comparison == Kind.IN || comparison == Kind.IS) {
      var right = k + 1;
      while (right < k + 5 && isOpener(t.at(right))) {
        right++;
      }
      if (t.isSame(j, right)) {
        f.add(Sign.SQL_TAUTOLOGY, i, right);
      } else {
        f.add(t.at(right) == operand ? Sign.SQL_ALIKE : Sign.SQL_COMPARISON, i, right);
      }
    }
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
        || isCommentStart(kind)
        || isLogic(kind)
        || Tokens.isQuote(kind);
  }

  private static void union(Tokens t, int i, Findings f) {
    var j = i + 1;
    while (j < i + 6 && (t.at(j) == Kind.ALL || t.at(j) == '(' || t.at(j) == '{')) {
      j++;
    }
    found(t.at(j) == Kind.SELECT, Sign.SQL_UNION, i, j, f);
  }

  private static void select(Tokens t, int i, Findings f) {
    if (t.at(i - 1) == '(') {
      f.add(Sign.SQL_SUBSELECT, i - 1, i);
    }
    var next = t.at(i + 1);
    if (isOpener(next)
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
    for (var j = i + 2; j < i + SELECT_LIST_TOKENS_MAX && j < t.count; j++) {
      if (t.kind[j] == Kind.FROM) {
        f.add(Sign.SQL_SELECT_FROM, i, j + 1);
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
          Kind.SQL_VERB,
          Kind.SET,
          Kind.IF,
          Kind.SQL_TIME,
          Kind.SQL_PROCEDURE ->
          f.add(Sign.SQL_STACKED, i, i + 1);
      default -> {}
    }
  }

  /** A value that ends in the middle of a condition or a call. */
  private static void dangling(Tokens t, int i, Findings f) {
    var last = t.at(i - 1);
    var before = t.at(i - 2);
    var open =
        switch (last) {
          case Kind.AND,
              Kind.OR,
              Kind.WHERE,
              Kind.LIKE,
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
    found(open, Sign.SQL_DANGLING, i - 2, i - 1, f);
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
    found(t.at(i + 1) == '(' || t.at(i + 1) == '.', Sign.SQL_DELAY, i, i + 1, f);
  }

  private static void order(Tokens t, int i, Findings f) {
    found(
        t.at(i + 1) == Kind.BY
            && (Tokens.isNumber(t.at(i + 2)) || t.at(i + 2) == Kind.SQL_FUNCTION),
        Sign.SQL_ORDER,
        i,
        i + 2,
        f);
  }

  private static void tail(Tokens t, int i, Findings f) {
    var left = t.count - 2 - i;
    found(isSplice(t.at(i + 1)), Sign.SQL_BREAKOUT, i, i + 1, f);
    if (i > 1 && (left == 0 || (left == 1 && (t.at(i + 1) == '-' || t.at(i + 1) == '+')))) {
      f.add(Sign.SQL_TAIL, i, i);
    }
  }

  private static void compared(Tokens t, int i, Findings f) {
    var left = t.at(i - 1);
    var right = t.at(i + 1);
    if (left == Kind.PARENS) {
      f.add(Sign.SQL_COMPARISON, i - 1, i + 1);
    }
    if (left == right && (Tokens.isQuote(left) || left == Kind.WORD)) {
      f.add(Sign.SQL_QUOTES_COMPARED, i - 1, i + 1);
    }
  }
}
