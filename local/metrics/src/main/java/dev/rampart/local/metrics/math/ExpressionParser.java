package dev.rampart.local.metrics.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an expression. Every step takes a character or ends, and nesting has a limit, so whatever
 * the text is, time and memory are those of its length.
 */
final class ExpressionParser {
  /** CloudWatch's limit (API reference, MetricDataQuery). */
  static final int CHARS_MAX = 2048;

  private static final int DEPTH_MAX = 40;

  private final String text;
  private int at;
  private int depth;

  private ExpressionParser(String text) {
    this.text = text;
  }

  /**
   * Reads an expression.
   *
   * @throws MathException if it is none
   */
  static Expr parse(String text) {
    if (text.length() > CHARS_MAX) {
      throw new MathException("is longer than " + CHARS_MAX + " characters");
    }
    ExpressionParser parser = new ExpressionParser(text);
    Expr read = parser.binary(0);
    parser.space();
    if (parser.at < text.length()) {
      throw parser.unexpected();
    }
    return read;
  }

  private Expr binary(int level) {
    if (level == Operator.LEVELS) {
      return unary();
    }
    Expr left = level == Operator.POWER.level ? unary() : binary(level + 1);
    Optional<Operator> operator = operator(level);
    while (operator.isPresent()) {
      Expr right = level == Operator.POWER.level ? unary() : binary(level + 1);
      left = new Expr.Operation(operator.get(), left, right);
      operator = operator(level);
    }
    return left;
  }

  private Optional<Operator> operator(int level) {
    space();
    for (Operator operator : Operator.values()) {
      if (operator.level == level && (takes(operator.sign) || takes(operator.word))) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  /** Takes a sign if it is the next, and not but the beginning of a word. */
  private boolean takes(String sign) {
    int end = at + sign.length();
    boolean goesOn =
        Character.isLetter(sign.charAt(0)) && end < text.length() && isInName(text.charAt(end));
    boolean isNext = text.startsWith(sign, at) && !goesOn;
    at = isNext ? end : at;
    return isNext;
  }

  private Expr unary() {
    space();
    if (!text.startsWith("-", at)) {
      return primary();
    }
    deeper();
    at++;
    Expr negated = new Expr.Negation(binary(Operator.POWER.level));
    depth--;
    return negated;
  }

  private void deeper() {
    depth++;
    if (depth > DEPTH_MAX) {
      throw new MathException("is nested deeper than " + DEPTH_MAX + " levels");
    }
  }

  private Expr primary() {
    space();
    if (at == text.length()) {
      throw new MathException("ends too early");
    }
    char c = text.charAt(at);
    if (c == '(') {
      return inside();
    }
    if (c == '[') {
      return new Expr.Many(list('[', ']'));
    }
    if (c == '"' || c == '\'') {
      return new Expr.Text(quoted(c));
    }
    if (isInNumber(c)) {
      return number();
    }
    return name();
  }

  private Expr inside() {
    deeper();
    at++;
    Expr inner = binary(0);
    expect(')');
    depth--;
    return inner;
  }

  private List<Expr> list(char open, char close) {
    deeper();
    expect(open);
    List<Expr> elements = new ArrayList<>();
    space();
    while (!text.startsWith(String.valueOf(close), at)) {
      if (!elements.isEmpty()) {
        expect(',');
      }
      elements.add(binary(0));
      space();
    }
    at++;
    depth--;
    return List.copyOf(elements);
  }

  private String quoted(char mark) {
    int end = text.indexOf(mark, at + 1);
    if (end < 0) {
      throw new MathException("has a text without an end");
    }
    String inner = text.substring(at + 1, end);
    at = end + 1;
    return inner;
  }

  private Expr number() {
    int start = at;
    while (at < text.length() && isInNumber(text.charAt(at))) {
      at++;
    }
    String digits = text.substring(start, at);
    try {
      return new Expr.Constant(Double.parseDouble(digits));
    } catch (NumberFormatException _) {
      throw new MathException("has '" + digits + "', which is no number");
    }
  }

  private static boolean isInNumber(char c) {
    return isDigit(c) || c == '.';
  }

  private Expr name() {
    int start = at;
    while (at < text.length() && isInName(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    if (name.isEmpty()) {
      throw unexpected();
    }
    if (Character.isLowerCase(name.charAt(0))) {
      return new Expr.Reference(name);
    }
    space();
    return text.startsWith("(", at) ? new Expr.Call(name, list('(', ')')) : new Expr.Word(name);
  }

  private static boolean isInName(char c) {
    return isDigit(c) || isLetter(c) || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void expect(char c) {
    space();
    if (!text.startsWith(String.valueOf(c), at)) {
      throw at == text.length() ? new MathException("ends too early") : unexpected();
    }
    at++;
  }

  private MathException unexpected() {
    return new MathException("has '" + text.charAt(at) + "' where it cannot be");
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
