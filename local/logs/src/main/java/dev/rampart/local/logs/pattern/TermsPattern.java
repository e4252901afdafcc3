package dev.rampart.local.logs.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * Terms that stand anywhere in a line, in their case: all that are required, none that is excluded
 * with a minus, and one of those with a question mark. As on AWS, question marks are ignored if
 * there are terms of another kind.
 */
record TermsPattern(List<TextTest> required, List<TextTest> excluded, List<TextTest> optional)
    implements FilterPattern {

  private static final String UNQUOTED =
      "a term of other than letters, digits and '_' has no quotes";

  static TermsPattern parse(String text) throws InvalidPatternException {
    PatternReader reader = new PatternReader(text);
    TermsPattern terms = new TermsPattern(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (reader.skipSpace(); !reader.atEnd(); reader.skipSpace()) {
      List<TextTest> kind =
          reader.take("-") ? terms.excluded : reader.take("?") ? terms.optional : terms.required;
      kind.add(term(reader));
      if (!reader.atEnd() && !Character.isWhitespace(reader.peek())) {
        throw reader.fault(UNQUOTED);
      }
    }
    return terms;
  }

  private static TextTest term(PatternReader reader) throws InvalidPatternException {
    if (reader.peek() == '%') {
      return reader.regex();
    }
    String term = reader.peek() == '"' ? reader.quoted() : reader.takeWhile(TermsPattern::isOfTerm);
    if (term.isEmpty()) {
      throw reader.fault(UNQUOTED);
    }
    return line -> line.contains(term);
  }

  private static boolean isOfTerm(int c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  @Override
  public boolean matches(String line) {
    if (required.isEmpty() && excluded.isEmpty()) {
      return optional.stream().anyMatch(term -> term.holds(line));
    }
    return required.stream().allMatch(term -> term.holds(line))
        && excluded.stream().noneMatch(term -> term.holds(line));
  }
}
