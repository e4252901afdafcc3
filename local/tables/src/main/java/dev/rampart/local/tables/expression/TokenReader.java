package dev.rampart.local.tables.expression;

import dev.rampart.local.tables.expression.path.Path;
import dev.rampart.local.tables.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the tokens of one expression and what every kind of expression is made of: paths, values.
 */
final class TokenReader {
  private static final int TEXT_BYTES_MAX = 4096;
  private static final int OPERATORS_MAX = 300;
  // Bounds the recursion of the parser; only unbalanced or redundant parentheses get so deep.
  private static final int GROUPS_MAX = 300;

  // The greatest index of a list that DynamoDB takes; a list never gets that long.
  private static final long INDEX_MAX = 4_294_967_294L;
  // As many digits as any long holds, lest leading zeros overflow it.
  private static final int INDEX_DIGITS_MAX = 18;

  private final String text;
  private final List<ExpressionToken> tokens;
  private final Placeholders names;
  private final ExpressionProblems problems = new ExpressionProblems();
  private int at;
  private int operators;
  private int depth;

  TokenReader(String text, Placeholders names) {
    if (text.isEmpty()) {
      throw new ExpressionException("The expression can not be empty;");
    }
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > TEXT_BYTES_MAX) {
      throw new ExpressionException(
          "Expression size has exceeded the maximum allowed size; expression size: " + bytes);
    }
    this.text = text;
    this.tokens = ExpressionLexer.tokens(text);
    this.names = names;
  }

  ExpressionProblems problems() {
    return problems;
  }

  ExpressionToken peek() {
    return tokens.get(at);
  }

  ExpressionToken peekSecond() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  ExpressionToken next() {
    ExpressionToken token = peek();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean take(String symbol) {
    boolean there = peek().is(symbol);
    if (there) {
      next();
    }
    return there;
  }

  boolean takeWord(String word) {
    boolean there = peek().isWord(word);
    if (there) {
      next();
    }
    return there;
  }

  void require(String symbol) {
    if (!take(symbol)) {
      throw syntax();
    }
  }

  void requireEnd() {
    if (peek().kind() != ExpressionToken.Kind.END) {
      throw syntax();
    }
  }

  /** Counts an operator or function; also what bounds how deep the parser can go. */
  void countOperator() {
    operators++;
    if (operators > OPERATORS_MAX) {
      throw new ExpressionException(
          "The expression contains too many operators; operator count: " + operators);
    }
  }

  /** Enters a pair of parentheses that groups; {@link #leaveGroup} closes it. */
  void enterGroup() {
    if (atRedundantParentheses()) {
      throw new ExpressionException("The expression has redundant parentheses;");
    }
    require("(");
    depth++;
    if (depth > GROUPS_MAX) {
      throw syntax();
    }
  }

  void leaveGroup() {
    require(")");
    depth--;
  }

  /** A refusal that names the current token and its neighbours. */
  ExpressionException syntax() {
    int from = tokens.get(Math.max(0, at - 1)).start();
    int to = tokens.get(Math.min(tokens.size() - 1, at + 1)).end();
    return new ExpressionException(
        "Syntax error; token: \"%s\", near: \"%s\""
            .formatted(peek().text(), text.substring(from, to).strip()));
  }

  /** Says whether the second of two opening parentheses closes directly before the first. */
  private boolean atRedundantParentheses() {
    if (!peek().is("(") || !peekSecond().is("(")) {
      return false;
    }
    int inner = closing(at + 1);
    return inner >= 0 && tokens.get(inner + 1).is(")");
  }

  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).is("(")) {
        depth++;
      } else if (tokens.get(i).is(")") && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  boolean atValue() {
    return peek().kind() == ExpressionToken.Kind.VALUE;
  }

  Value value() {
    if (!atValue()) {
      throw syntax();
    }
    String placeholder = next().text();
    return names
        .value(placeholder)
        .orElseGet(
            () -> {
              problems.add(
                  ExpressionProblems.Kind.VALUE,
                  "An expression attribute value used in expression is not defined; attribute"
                      + " value: "
                      + placeholder);
              return new Value.Null();
            });
  }

  Path path() {
    List<Path.Step> steps = new ArrayList<>();
    steps.add(member());
    while (peek().is(".") || peek().is("[")) {
      if (take(".")) {
        steps.add(member());
      } else {
        require("[");
        steps.add(element());
        require("]");
      }
    }
    return new Path(steps);
  }

  private Path.Step member() {
    return switch (peek().kind()) {
      case WORD -> new Path.Step.Member(plain(next().text()));
      case NAME -> new Path.Step.Member(resolved(next().text()));
      case VALUE, INDEX, SYMBOL, END -> throw syntax();
    };
  }

  private Path.Step element() {
    if (peek().kind() != ExpressionToken.Kind.INDEX) {
      throw syntax();
    }
    String digits = next().text();
    if (digits.length() > INDEX_DIGITS_MAX || Long.parseLong(digits) > INDEX_MAX) {
      throw ExpressionException.counted(
          "List index is not within the allowable range; index: [" + digits + "]");
    }
    return new Path.Step.Element(Long.parseLong(digits));
  }

  private String plain(String word) {
    if (ReservedWords.contains(word)) {
      problems.add(
          ExpressionProblems.Kind.RESERVED,
          "Attribute name is a reserved keyword; reserved keyword: " + word);
    }
    return word;
  }

  private String resolved(String placeholder) {
    return names
        .name(placeholder)
        .orElseGet(
            () -> {
              problems.add(
                  ExpressionProblems.Kind.NAME,
                  "An expression attribute name used in the document path is not defined;"
                      + " attribute name: "
                      + placeholder);
              return placeholder;
            });
  }
}
