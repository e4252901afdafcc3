package dev.rampart.domain.inspection;

/** Queries over graphs: Cypher, Gremlin, and GraphQL that asks for the schema. */
final class GraphGrammar {

  private GraphGrammar() {}

  /** Reads what begins at token {@code i}; says whether tokens of its kind begin anything here. */
  static boolean read(Tokens t, int i, Findings f) {
    int next = t.at(i + 1);
    switch (t.kind[i]) {
      case Kind.GRAPH_SCHEMA ->
          f.addIf(opens(next) && before(t, i), Sign.GRAPH_SCHEMA, i - 1, i + 1);
      case Kind.GRAPH_MUTATION ->
          f.addIf(i == 1 && (next == '{' || t.at(i + 2) == '{'), Sign.GRAPH_MUTATION, i, i + 1);
      case Kind.GRAPH_MATCH -> f.addIf(isPattern(t, i + 1), Sign.GRAPH_PATTERN, i, i + 2);
      case Kind.DETACH -> f.addIf(next == Kind.DELETE, Sign.GRAPH_DELETE, i, i + 1);
      case Kind.RETURN -> f.addIf(isReturn(t, i), Sign.GRAPH_RETURN, i, i + 2);
      case Kind.GRAPH_YIELD -> f.addIf(isCalled(t, i), Sign.GRAPH_CALL, i - 1, i + 1);
      case '.' -> f.addIf(isTraversal(t, i), Sign.GRAPH_TRAVERSAL, i - 1, i + 2);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean opens(int kind) {
    return kind == '{' || kind == '(' || kind == Kind.BRACES;
  }

  private static boolean before(Tokens t, int i) {
    return t.at(i - 1) == '{' || t.at(i - 1) == '}' || t.at(i - 1) == Kind.BRACES;
  }

  /**
   * A node of a pattern: {@code (n:User)}, {@code (:User)}, or {@code (n)} with a clause behind.
   */
  private static boolean isPattern(Tokens t, int i) {
    if (t.at(i) == Kind.PARENS) {
      return isClause(t.at(i + 1));
    }
    if (t.at(i) != '(') {
      return false;
    }
    int label = Tokens.isWord(t.at(i + 1)) ? i + 2 : i + 1;
    return (t.at(label) == ':' && Tokens.isWord(t.at(label + 1)) && t.touches(label))
        || (t.at(label) == ')' && isClause(t.at(label + 1)));
  }

  private static boolean isClause(int kind) {
    return switch (kind) {
      case '-', '<', Kind.DASHES, Kind.RETURN, Kind.DETACH, Kind.DELETE, Kind.SET, Kind.WHERE ->
          true;
      default -> false;
    };
  }

  /** What is returned, and then a comment or another query: nothing else may follow. */
  private static boolean isReturn(Tokens t, int i) {
    if (!Tokens.isWord(t.at(i + 1))) {
      return false;
    }
    int after = t.at(i + 2);
    return (after == Kind.SLASHES && t.at(i + 3) == Kind.END)
        || (after == Kind.UNION && t.at(i + 3) == Kind.GRAPH_MATCH);
  }

  private static boolean isCalled(Tokens t, int i) {
    return (t.at(i - 1) == Kind.PARENS || t.at(i - 1) == ')') && Tokens.isWord(t.at(i + 1));
  }

  /** {@code g.V()} and {@code g.E()}: how Gremlin begins. */
  private static boolean isTraversal(Tokens t, int i) {
    return isLetter(t, i - 1, 'g')
        && (isLetter(t, i + 1, 'v') || isLetter(t, i + 1, 'e'))
        && (t.at(i + 2) == Kind.PARENS || t.at(i + 2) == '(')
        && t.touches(i - 1)
        && t.touches(i);
  }

  private static boolean isLetter(Tokens t, int i, char letter) {
    return t.at(i) == Kind.WORD && t.end[i] - t.start[i] == 1 && t.layer.text[t.start[i]] == letter;
  }
}
