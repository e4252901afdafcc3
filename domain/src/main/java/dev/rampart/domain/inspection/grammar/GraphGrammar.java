package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/** Queries over graphs: Cypher, Gremlin, and GraphQL that asks for the schema. */
final class GraphGrammar {

  private GraphGrammar() {}

  /**
   * Reads what begins at token {@code i}; returns whether tokens of its kind begin anything here.
   */
  static boolean read(TokenBuffer t, int i, Indicators found) {
    int next = t.at(i + 1);
    switch (t.kind[i]) {
      case TokenKind.GRAPH_SCHEMA ->
          found.addIf(opens(next) && before(t, i), Indicator.GRAPH_SCHEMA, i - 1, i + 1);
      case TokenKind.GRAPH_MUTATION ->
          found.addIf(
              i == 1 && (next == '{' || t.at(i + 2) == '{'), Indicator.GRAPH_MUTATION, i, i + 1);
      case TokenKind.GRAPH_MATCH ->
          found.addIf(isPattern(t, i + 1), Indicator.GRAPH_PATTERN, i, i + 2);
      case TokenKind.DETACH ->
          found.addIf(next == TokenKind.DELETE, Indicator.GRAPH_DELETE, i, i + 1);
      case TokenKind.RETURN -> found.addIf(isReturn(t, i), Indicator.GRAPH_RETURN, i, i + 2);
      case TokenKind.GRAPH_YIELD -> found.addIf(isCalled(t, i), Indicator.GRAPH_CALL, i - 1, i + 1);
      case '.' -> found.addIf(isTraversal(t, i), Indicator.GRAPH_TRAVERSAL, i - 1, i + 2);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean opens(int kind) {
    return kind == '{' || kind == '(' || kind == TokenKind.BRACES;
  }

  private static boolean before(TokenBuffer t, int i) {
    return t.at(i - 1) == '{' || t.at(i - 1) == '}' || t.at(i - 1) == TokenKind.BRACES;
  }

  /**
   * A node of a pattern: {@code (n:User)}, {@code (:User)}, or {@code (n)} with a clause behind.
   */
  private static boolean isPattern(TokenBuffer t, int i) {
    if (t.at(i) == TokenKind.PARENS) {
      return isClause(t.at(i + 1));
    }
    if (t.at(i) != '(') {
      return false;
    }
    int label = TokenKind.isWord(t.at(i + 1)) ? i + 2 : i + 1;
    return (t.at(label) == ':' && TokenKind.isWord(t.at(label + 1)) && t.touches(label))
        || (t.at(label) == ')' && isClause(t.at(label + 1)));
  }

  private static boolean isClause(int kind) {
    return switch (kind) {
      case '-',
          '<',
          TokenKind.DASHES,
          TokenKind.RETURN,
          TokenKind.DETACH,
          TokenKind.DELETE,
          TokenKind.SET,
          TokenKind.WHERE ->
          true;
      default -> false;
    };
  }

  /** What is returned, and then a comment or another query: nothing else may follow. */
  private static boolean isReturn(TokenBuffer t, int i) {
    if (!TokenKind.isWord(t.at(i + 1))) {
      return false;
    }
    int after = t.at(i + 2);
    return (after == TokenKind.SLASHES && t.at(i + 3) == TokenKind.END)
        || (after == TokenKind.UNION && t.at(i + 3) == TokenKind.GRAPH_MATCH);
  }

  private static boolean isCalled(TokenBuffer t, int i) {
    return (t.at(i - 1) == TokenKind.PARENS || t.at(i - 1) == ')') && TokenKind.isWord(t.at(i + 1));
  }

  /** {@code g.V()} and {@code g.E()}: how Gremlin begins. */
  private static boolean isTraversal(TokenBuffer t, int i) {
    return t.isLetter(i - 1, 'g')
        && (t.isLetter(i + 1, 'v') || t.isLetter(i + 1, 'e'))
        && (t.at(i + 2) == TokenKind.PARENS || t.at(i + 2) == '(')
        && t.touches(i - 1)
        && t.touches(i);
  }
}
