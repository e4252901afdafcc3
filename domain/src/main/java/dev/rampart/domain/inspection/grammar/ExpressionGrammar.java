package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/** Templates, expression languages, lookups, and the query languages written in JSON. */
final class ExpressionGrammar {

  private static final int TEMPLATE_TOKENS_MAX = 24;
  private static final int MEMBER_TOKENS_MAX = 32;

  private ExpressionGrammar() {}

  /**
   * Reads what begins at token {@code i}; returns whether tokens of its kind begin anything here.
   */
  static boolean read(TokenBuffer t, int i, Indicators found) {
    int next = t.at(i + 1);
    switch (t.kind[i]) {
      case TokenKind.MONGO -> found.add(Indicator.MONGO_OPERATOR, i - 1, i + 1);
      case TokenKind.THIS -> found.addIf(next == '.', Indicator.MONGO_SCRIPT, i, i + 2);
      case TokenKind.RETURN ->
          found.addIf(t.at(i - 1) != TokenKind.WORD, Indicator.MONGO_SCRIPT, i - 1, i + 1);
      case '*', ')' -> LdapGrammar.breakout(t, i, found);
      case '(', '|' -> LdapGrammar.filter(t, i, found);
      case ':' -> twice(t, i, found);
      case TokenKind.BRACES -> template(t, i, found, Indicator.TEMPLATE_BRACES);
      case TokenKind.DOLLAR_BRACE -> dollar(t, i, found);
      case TokenKind.HASH_BRACE, TokenKind.STAR_BRACE, TokenKind.PERCENT_OPEN ->
          template(t, i, found, Indicator.TEMPLATE_DOLLAR);
      case TokenKind.BRACE_PERCENT, TokenKind.LT_PERCENT ->
          template(t, i, found, Indicator.TEMPLATE_BLOCK);
      case TokenKind.DUNDER -> found.add(Indicator.TEMPLATE_REFLECTION, i, i);
      case TokenKind.JAVA_WORD, TokenKind.TEMPLATE_WORD ->
          found.addIf(
              next == '.' && TokenKind.isWord(t.at(i + 2)) && t.touches(i) && t.touches(i + 1),
              Indicator.TEMPLATE_REFLECTION,
              i,
              i + 2);
      case '#', '@' ->
          found.addIf(
              t.touches(i)
                  && (next == TokenKind.SET
                      || next == TokenKind.IF
                      || next == TokenKind.TEMPLATE_WORD
                      || next == '(')
                  && (next == '(' || t.at(i + 2) == '('),
              Indicator.TEMPLATE_DIRECTIVE,
              i,
              i + 2);
      case TokenKind.JNDI -> found.add(Indicator.JNDI_LOOKUP, i, i + 1);
      case TokenKind.PROTO ->
          found.addIf(
              t.at(i - 1) == '['
                  || t.at(i - 1) == '.'
                  || t.at(i - 1) == '"'
                  || next == '.'
                  || next == '[',
              Indicator.PROTOTYPE,
              i - 1,
              i + 1);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void template(TokenBuffer t, int i, Indicators found, Indicator indicator) {
    int name = t.at(i + 1);
    if ((name == TokenKind.WORD || TokenKind.isSql(name)) && closes(t.at(i + 2))) {
      found.add(Indicator.TEMPLATE_NAME, i, i + 2);
      return;
    }
    found.add(indicator, i, i + 2);
    for (int j = i + 1; j < i + TEMPLATE_TOKENS_MAX && j < t.count; j++) {
      switch (t.kind[j]) {
        case '(', TokenKind.PARENS, '[' -> {
          found.add(Indicator.TEMPLATE_CALL, i, j);
          return;
        }
        case '*', '+', '-', '/' -> {
          if (TokenKind.isNumber(t.at(j - 1))
              && (TokenKind.isNumber(t.at(j + 1)) || t.at(j + 1) == '\'')) {
            found.add(Indicator.TEMPLATE_MATH, i, j + 1);
            return;
          }
        }
        case '}', TokenKind.END_BRACES, TokenKind.PERCENT_BRACE, TokenKind.PERCENT_GT -> {
          return;
        }
        default -> {}
      }
    }
  }

  private static boolean closes(int kind) {
    return kind == '}' || kind == TokenKind.END_BRACES || kind == TokenKind.PERCENT_BRACE;
  }

  /** A member that an object has twice: one reader takes the first, another the last. */
  private static void twice(TokenBuffer t, int i, Indicators found) {
    int name = i - 2;
    if (t.at(i - 1) != '"' || t.at(i - 3) != '"') {
      return;
    }
    int depth = 0;
    for (int j = i - 4; j > i - MEMBER_TOKENS_MAX && j > 1 && depth >= 0; j--) {
      switch (t.kind[j]) {
        case '}', ']' -> depth++;
        case TokenKind.END_BRACES -> depth += 2;
        case '{', '[' -> depth--;
        case TokenKind.BRACES -> depth -= 2;
        case ':' -> {
          if (depth == 0 && t.at(j - 1) == '"' && t.isSame(j - 2, name) && t.at(j - 3) == '"') {
            found.add(Indicator.JSON_TWICE, j - 3, i);
            return;
          }
        }
        default -> {}
      }
    }
  }

  private static void dollar(TokenBuffer t, int i, Indicators found) {
    int next = t.at(i + 1);
    if (next == TokenKind.JNDI) {
      found.add(Indicator.JNDI_LOOKUP, i, i + 2);
    } else if (next == TokenKind.DOLLAR_BRACE
        || next == TokenKind.COLONS
        || (t.at(i + 2) == ':'
            && (next == TokenKind.JNDI_LOOKUP
                || t.at(i + 3) == TokenKind.END
                || next == TokenKind.HEADER))
        || (t.at(i + 2) == ':' && t.at(i + 4) == ':')) {
      found.add(Indicator.JNDI_NESTED, i, i + 3);
    }
    template(t, i, found, Indicator.TEMPLATE_DOLLAR);
  }
}
