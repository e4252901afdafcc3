package dev.rampart.local.alarm.rule;

import dev.rampart.local.alarm.StateValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rule of a composite alarm, with CloudWatch's limits. NOT binds before AND, AND before
 * OR. Every step takes a character or ends, and nesting has a limit, so whatever the text is, time
 * and memory are those of its length.
 */
public final class RuleParser {
  /** API reference, PutCompositeAlarm. */
  static final int CHARS_MAX = 10_240;

  private static final int CHILDREN_MAX = 100;
  private static final int ELEMENTS_MAX = 500;
  private static final int DEPTH_MAX = 100;

  private final String text;
  private int at;
  private int depth;
  private int children;
  private int elements;

  private RuleParser(String text) {
    this.text = text;
  }

  /** A rule that cannot be read. */
  public static final class InvalidRuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidRuleException(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Reads a rule.
   *
   * @throws InvalidRuleException with the rest of a sentence that begins with the rule
   */
  public static AlarmRule parse(String text) {
    if (text.length() > CHARS_MAX) {
      throw new InvalidRuleException("is longer than " + CHARS_MAX + " characters");
    }
    RuleParser parser = new RuleParser(text);
    AlarmRule rule = parser.either();
    parser.space();
    if (parser.at < text.length()) {
      throw parser.unexpected();
    }
    return rule;
  }

  private AlarmRule either() {
    List<AlarmRule> rules = new ArrayList<>(List.of(both()));
    while (takes("OR")) {
      rules.add(both());
    }
    return rules.size() == 1 ? rules.getFirst() : new AlarmRule.Or(rules);
  }

  private AlarmRule both() {
    List<AlarmRule> rules = new ArrayList<>(List.of(single()));
    while (takes("AND")) {
      rules.add(single());
    }
    return rules.size() == 1 ? rules.getFirst() : new AlarmRule.And(rules);
  }

  private AlarmRule single() {
    if (takes("NOT")) {
      deeper();
      AlarmRule negated = new AlarmRule.Not(single());
      depth--;
      return negated;
    }
    element();
    if (text.startsWith("(", at)) {
      deeper();
      at++;
      AlarmRule inner = either();
      expect(')');
      depth--;
      return inner;
    }
    if (takes("TRUE")) {
      return new AlarmRule.Constant(true);
    }
    if (takes("FALSE")) {
      return new AlarmRule.Constant(false);
    }
    return inState();
  }

  private AlarmRule inState() {
    for (StateValue state : StateValue.values()) {
      if (takes(state.name())) {
        children++;
        if (children > CHILDREN_MAX) {
          throw new InvalidRuleException("names more than " + CHILDREN_MAX + " alarms");
        }
        expect('(');
        String alarm = alarm();
        expect(')');
        return new AlarmRule.InState(state, alarm);
      }
    }
    throw at == text.length() ? tooEarly() : unexpected();
  }

  private String alarm() {
    space();
    boolean isQuoted = text.startsWith("\"", at);
    int start = isQuoted ? at + 1 : at;
    int end = text.indexOf(isQuoted ? '"' : ')', start);
    if (end < 0) {
      throw tooEarly();
    }
    at = isQuoted ? end + 1 : end;
    return Optional.of(text.substring(start, end).strip())
        .filter(name -> !name.isEmpty())
        .orElseThrow(() -> new InvalidRuleException("names an alarm without a name"));
  }

  private void element() {
    elements++;
    if (elements > ELEMENTS_MAX) {
      throw new InvalidRuleException("has more than " + ELEMENTS_MAX + " elements");
    }
  }

  private void deeper() {
    depth++;
    if (depth > DEPTH_MAX) {
      throw new InvalidRuleException("is nested deeper than " + DEPTH_MAX + " levels");
    }
  }

  /** Takes a whole word, if it is the next. */
  private boolean takes(String word) {
    space();
    int end = at + word.length();
    boolean isNext =
        text.regionMatches(true, at, word, 0, word.length())
            && (end == text.length() || !isInWord(text.charAt(end)));
    at = isNext ? end : at;
    return isNext;
  }

  private static boolean isInWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private void expect(char c) {
    space();
    if (at == text.length()) {
      throw tooEarly();
    }
    if (text.charAt(at) != c) {
      throw unexpected();
    }
    at++;
  }

  private static InvalidRuleException tooEarly() {
    return new InvalidRuleException("ends too early");
  }

  private InvalidRuleException unexpected() {
    return new InvalidRuleException("has '" + text.charAt(at) + "' where it cannot be");
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
