package dev.rampart.local.firewall.group;

import dev.rampart.local.firewall.statement.RateFinding;
import dev.rampart.local.firewall.statement.RequestEvaluation;
import dev.rampart.local.firewall.statement.RuleStatement;
import java.util.List;
import java.util.Optional;

/**
 * A rule with a statement of its own.
 *
 * @param labels what a request gets that it matches, each whole
 * @param isRateBased whether its statement is
 */
public record FirewallRule(
    String name,
    RuleStatement statement,
    RuleAction action,
    List<String> labels,
    boolean isRateBased) {
  public FirewallRule {
    labels = List.copyOf(labels);
  }

  /** Judges a request by an action that may be another than the rule's own; labels it. */
  Optional<RuleMatch> judge(RequestEvaluation evaluation, RuleAction acting) {
    if (!statement.matches(evaluation)) {
      // A part of a statement that does not match as a whole tells nothing.
      evaluation.forgetFindings();
      return Optional.empty();
    }
    evaluation.labels().addAll(labels);
    Optional<String> overridden =
        acting.equals(action) ? Optional.empty() : Optional.of(action.wireName());
    List<RateFinding> rates = evaluation.takeRates();
    return Optional.of(new RuleMatch(name, acting, overridden, evaluation.takeDetails(), rates));
  }
}
