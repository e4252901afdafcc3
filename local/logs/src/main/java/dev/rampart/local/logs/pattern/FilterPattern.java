package dev.rampart.local.logs.pattern;

/** Says which log lines are wanted. */
@FunctionalInterface
public interface FilterPattern {
  /** CloudWatch's limit for a pattern, in characters. */
  int LENGTH_MAX = 1024;

  /** Says whether a line is wanted; takes time linear in its length. */
  boolean matches(String line);

  /**
   * Parses a pattern: one in braces is of JSON lines, one in brackets of lines of fields, any other
   * of terms. An empty one takes every line.
   *
   * @throws InvalidPatternException if it is none
   */
  static FilterPattern parse(String pattern) throws InvalidPatternException {
    if (pattern.length() > LENGTH_MAX) {
      throw new InvalidPatternException("it is longer than " + LENGTH_MAX + " characters");
    }
    String text = pattern.strip();
    if (text.isEmpty()) {
      return _ -> true;
    }
    return switch (text.charAt(0)) {
      case '{' -> JsonPatternParser.parse(text);
      case '[' -> FieldsPatternParser.parse(text);
      default -> TermsPattern.parse(text);
    };
  }
}
