package dev.rampart.local.logs.pattern;

import java.util.function.IntPredicate;

/** Reads a pattern from left to right. */
final class PatternReader {
  /** CloudWatch's limit for a pattern. */
  private static final int REGEXES_MAX = 2;

  private final String text;
  private int at;
  private int regexes;

  PatternReader(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at == text.length();
  }

  /** Returns the next character; 0 at the end. */
  char peek() {
    return atEnd() ? 0 : text.charAt(at);
  }

  char next() throws InvalidPatternException {
    if (atEnd()) {
      throw fault("it ends too early");
    }
    return text.charAt(at++);
  }

  void skipSpace() {
    String _ = takeWhile(Character::isWhitespace);
  }

  /** Takes a text if it comes next. */
  boolean take(String expected) {
    boolean comes = text.startsWith(expected, at);
    if (comes) {
      at += expected.length();
    }
    return comes;
  }

  void require(String expected) throws InvalidPatternException {
    if (!take(expected)) {
      throw fault("'" + expected + "' is missing");
    }
  }

  /** Takes words that are separated by space, such as {@code NOT EXISTS}; all of them or none. */
  boolean takeWords(String... words) {
    int start = at;
    for (String word : words) {
      skipSpace();
      if (!take(word)) {
        at = start;
        return false;
      }
    }
    return true;
  }

  String takeWhile(IntPredicate wanted) {
    int start = at;
    while (!atEnd() && wanted.test(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Takes a text in double quotes, in which a backslash takes its meaning from a quote. */
  String quoted() throws InvalidPatternException {
    require("\"");
    StringBuilder value = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      value.append(c == '\\' && (peek() == '"' || peek() == '\\') ? next() : c);
    }
    return value.toString();
  }

  /** Takes a regular expression between percent signs. */
  TextTest regex() throws InvalidPatternException {
    require("%");
    if (++regexes > REGEXES_MAX) {
      throw fault("it has more than " + REGEXES_MAX + " regular expressions");
    }
    StringBuilder expression = new StringBuilder();
    for (char c = next(); c != '%'; c = next()) {
      expression.append(c);
      if (c == '\\') {
        expression.append(next());
      }
    }
    return TextTest.regex(expression.toString());
  }

  InvalidPatternException fault(String reason) {
    return new InvalidPatternException(reason + ", at character " + (at + 1));
  }
}
