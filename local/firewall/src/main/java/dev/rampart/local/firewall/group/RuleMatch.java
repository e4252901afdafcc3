package dev.rampart.local.firewall.group;

import dev.rampart.local.firewall.statement.MatchDetail;
import dev.rampart.local.firewall.statement.RateFinding;
import java.util.List;
import java.util.Optional;

/**
 * A rule that a request has matched.
 *
 * @param action what was done
 * @param overriddenAction what the rule would have done by itself; empty if it did
 */
public record RuleMatch(
    String rule,
    RuleAction action,
    Optional<String> overriddenAction,
    List<MatchDetail> details,
    List<RateFinding> rates) {
  public RuleMatch {
    details = List.copyOf(details);
    rates = List.copyOf(rates);
  }
}
