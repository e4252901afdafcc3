package dev.rampart.local.logs.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** What a text has to be. */
@FunctionalInterface
interface TextTest {
  /** CloudWatch takes these beside letters, digits and space; none that captures. */
  String REGEX_SIGNS = "^$?[]{}|\\*+.#=@/;,-_:'\"<>&!~`";

  /** A line of 1 MB is then searched within a second or so. */
  int REPETITIONS_MAX = 200;

  boolean holds(String text);

  /** The text itself, in which a star stands for any characters. */
  static TextTest wildcard(String expected) {
    if (expected.indexOf('*') < 0) {
      return expected::equals;
    }
    String[] parts = expected.split("\\*", -1);
    return text -> isOf(parts, text);
  }

  /** Takes each part at its first place: greedy from the left is right, and linear, for stars. */
  private static boolean isOf(String[] parts, String text) {
    String last = parts[parts.length - 1];
    if (!text.startsWith(parts[0])) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = text.indexOf(parts[i], at);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return text.length() - last.length() >= at && text.endsWith(last);
  }

  /** Adds up what stands in braces: each is so many states, and there are no groups to multiply. */
  private static int repetitions(String expression) {
    int sum = 0;
    for (String part : expression.replaceAll("[^0-9{},]", " ").split("[{},\\s]+", -1)) {
      if (part.length() > 4) {
        return Integer.MAX_VALUE;
      }
      sum += part.isEmpty() ? 0 : Integer.parseInt(part);
    }
    return expression.indexOf('{') < 0 ? 0 : sum;
  }

  /**
   * A regular expression that is found anywhere in the text, in linear time.
   *
   * @throws InvalidPatternException if it is none, or has what CloudWatch does not take
   */
  static TextTest regex(String expression) throws InvalidPatternException {
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      boolean alphanumeric = c < 128 && Character.isLetterOrDigit(c);
      if (!alphanumeric && c != ' ' && REGEX_SIGNS.indexOf(c) < 0) {
        throw new InvalidPatternException(
            "CloudWatch takes no '" + c + "' in the regular expression %" + expression + "%");
      }
    }
    if (repetitions(expression) > REPETITIONS_MAX) {
      throw new InvalidPatternException(
          "the regular expression %"
              + expression
              + "% repeats more than "
              + REPETITIONS_MAX
              + " times");
    }
    try {
      Pattern compiled = Pattern.compile(expression);
      return text -> compiled.matcher(text).find();
    } catch (PatternSyntaxException e) {
      throw new InvalidPatternException(
          "the regular expression %" + expression + "% is none: " + e.getDescription());
    }
  }
}
