package dev.rampart.domain.inspection;

/** Templates, expression languages, lookups, and the query languages written in JSON. */
final class ExpressionGrammar {

  private static final int TEMPLATE_TOKENS_MAX = 24;
  private static final int MEMBER_TOKENS_MAX = 32;

  private ExpressionGrammar() {}

  /** Reads what begins at token {@code i}; says whether tokens of its kind begin anything here. */
  static boolean read(Tokens t, int i, Findings f) {
    int next = t.at(i + 1);
    switch (t.kind[i]) {
      case Kind.MONGO -> f.add(Sign.MONGO_OPERATOR, i - 1, i + 1);
      case Kind.THIS -> f.addIf(next == '.', Sign.MONGO_SCRIPT, i, i + 2);
      case Kind.RETURN -> f.addIf(t.at(i - 1) != Kind.WORD, Sign.MONGO_SCRIPT, i - 1, i + 1);
      case '*', ')' -> LdapGrammar.breakout(t, i, f);
      case '(', '|' -> LdapGrammar.filter(t, i, f);
      case ':' -> twice(t, i, f);
      case Kind.BRACES -> template(t, i, f, Sign.TEMPLATE_BRACES);
      case Kind.DOLLAR_BRACE -> dollar(t, i, f);
      case Kind.HASH_BRACE, Kind.STAR_BRACE, Kind.PERCENT_OPEN ->
          template(t, i, f, Sign.TEMPLATE_DOLLAR);
      case Kind.BRACE_PERCENT, Kind.LT_PERCENT -> template(t, i, f, Sign.TEMPLATE_BLOCK);
      case Kind.DUNDER -> f.add(Sign.TEMPLATE_REFLECTION, i, i);
      case Kind.JAVA_WORD, Kind.TEMPLATE_WORD ->
          f.addIf(
              next == '.' && Tokens.isWord(t.at(i + 2)) && t.touches(i) && t.touches(i + 1),
              Sign.TEMPLATE_REFLECTION,
              i,
              i + 2);
      case '#', '@' ->
          f.addIf(
              t.touches(i)
                  && (next == Kind.SET
                      || next == Kind.IF
                      || next == Kind.TEMPLATE_WORD
                      || next == '(')
                  && (next == '(' || t.at(i + 2) == '('),
              Sign.TEMPLATE_DIRECTIVE,
              i,
              i + 2);
      case Kind.JNDI -> f.add(Sign.JNDI_LOOKUP, i, i + 1);
      case Kind.PROTO ->
          f.addIf(
              t.at(i - 1) == '['
                  || t.at(i - 1) == '.'
                  || t.at(i - 1) == '"'
                  || next == '.'
                  || next == '[',
              Sign.PROTOTYPE,
              i - 1,
              i + 1);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void template(Tokens t, int i, Findings f, Sign sign) {
    int name = t.at(i + 1);
    if ((name == Kind.WORD || Kind.isSql(name)) && closes(t.at(i + 2))) {
      f.add(Sign.TEMPLATE_NAME, i, i + 2);
      return;
    }
    f.add(sign, i, i + 2);
    for (int j = i + 1; j < i + TEMPLATE_TOKENS_MAX && j < t.count; j++) {
      switch (t.kind[j]) {
        case '(', Kind.PARENS, '[' -> {
          f.add(Sign.TEMPLATE_CALL, i, j);
          return;
        }
        case '*', '+', '-', '/' -> {
          if (Tokens.isNumber(t.at(j - 1))
              && (Tokens.isNumber(t.at(j + 1)) || t.at(j + 1) == '\'')) {
            f.add(Sign.TEMPLATE_MATH, i, j + 1);
            return;
          }
        }
        case '}', Kind.END_BRACES, Kind.PERCENT_BRACE, Kind.PERCENT_GT -> {
          return;
        }
        default -> {}
      }
    }
  }

  private static boolean closes(int kind) {
    return kind == '}' || kind == Kind.END_BRACES || kind == Kind.PERCENT_BRACE;
  }

  /** A member that an object has twice: one reader takes the first, another the last. */
  private static void twice(Tokens t, int i, Findings f) {
    int name = i - 2;
    if (t.at(i - 1) != '"' || t.at(i - 3) != '"') {
      return;
    }
    int depth = 0;
    for (int j = i - 4; j > i - MEMBER_TOKENS_MAX && j > 1 && depth >= 0; j--) {
      switch (t.kind[j]) {
        case '}', ']' -> depth++;
        case Kind.END_BRACES -> depth += 2;
        case '{', '[' -> depth--;
        case Kind.BRACES -> depth -= 2;
        case ':' -> {
          if (depth == 0 && t.at(j - 1) == '"' && t.isSame(j - 2, name) && t.at(j - 3) == '"') {
            f.add(Sign.JSON_TWICE, j - 3, i);
            return;
          }
        }
        default -> {}
      }
    }
  }

  private static void dollar(Tokens t, int i, Findings f) {
    int next = t.at(i + 1);
    if (next == Kind.JNDI) {
      f.add(Sign.JNDI_LOOKUP, i, i + 2);
    } else if (next == Kind.DOLLAR_BRACE
        || next == Kind.COLONS
        || (t.at(i + 2) == ':'
            && (next == Kind.JNDI_LOOKUP || t.at(i + 3) == Kind.END || next == Kind.HEADER))
        || (t.at(i + 2) == ':' && t.at(i + 4) == ':')) {
      f.add(Sign.JNDI_NESTED, i, i + 3);
    }
    template(t, i, f, Sign.TEMPLATE_DOLLAR);
  }
}
