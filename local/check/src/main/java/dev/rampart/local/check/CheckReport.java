package dev.rampart.local.check;

import dev.rampart.local.check.rule.PostureRule;
import java.util.List;

/**
 * How a template was judged.
 *
 * @param rules all that were looked at
 * @param violations in the order of the rules
 * @param waiverFaults what is wrong with the waivers
 */
public record CheckReport(
    String file, List<PostureRule> rules, List<Violation> violations, List<String> waiverFaults) {
  public CheckReport {
    rules = List.copyOf(rules);
    violations = List.copyOf(violations);
    waiverFaults = List.copyOf(waiverFaults);
  }

  /** Says whether nothing was found. */
  public boolean isClean() {
    return violations.isEmpty() && waiverFaults.isEmpty();
  }
}
