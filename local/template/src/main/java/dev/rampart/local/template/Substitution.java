package dev.rampart.local.template;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The text of {@code Fn::Sub}: {@code ${Name}} is replaced, {@code ${!Name}} is {@code ${Name}}.
 */
final class Substitution {
  private Substitution() {}

  /** Returns the text with each variable replaced; empty if a variable is not closed. */
  static Optional<String> apply(String pattern, UnaryOperator<String> variable) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int open = pattern.indexOf("${"); open >= 0; open = pattern.indexOf("${", from)) {
      int close = pattern.indexOf('}', open);
      if (close < 0) {
        return Optional.empty();
      }
      String name = pattern.substring(open + 2, close).strip();
      text.append(pattern, from, open);
      text.append(name.startsWith("!") ? "${" + name.substring(1) + "}" : variable.apply(name));
      from = close + 1;
    }
    return Optional.of(text.append(pattern, from, pattern.length()).toString());
  }
}
