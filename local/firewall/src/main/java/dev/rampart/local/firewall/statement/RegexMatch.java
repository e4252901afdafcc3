package dev.rampart.local.firewall.statement;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * Searches a component for one of several patterns, in time linear in its length.
 *
 * @param baseCapacity 3 for one pattern, 25 for a set (AWS's pages on the two statements)
 */
public record RegexMatch(Inspected inspected, List<Pattern> patterns, int baseCapacity)
    implements RuleStatement {
  public RegexMatch {
    patterns = List.copyOf(patterns);
  }

  @Override
  public boolean matches(RequestEvaluation evaluation) {
    return inspected.any(
        evaluation, text -> patterns.stream().anyMatch(each -> each.matcher(text).find()));
  }

  @Override
  public int capacity() {
    return inspected.capacity(baseCapacity);
  }
}
