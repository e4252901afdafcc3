package dev.rampart.local.firewall.group;

import dev.rampart.local.firewall.statement.RequestEvaluation;
import dev.rampart.local.firewall.statement.RuleStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One place in the order of a web ACL. */
public sealed interface AclEntry {
  String name();

  /** Returns what it costs, in WCU. */
  int capacity();

  /** A rule with a statement. */
  record Single(FirewallRule rule) implements AclEntry {
    @Override
    public String name() {
      return rule.name();
    }

    @Override
    public int capacity() {
      return rule.statement().capacity();
    }

    /** Judges a request; empty if it does not match. */
    public Optional<RuleMatch> judge(RequestEvaluation evaluation) {
      return rule.judge(evaluation, rule.action());
    }
  }

  /**
   * A rule that refers to a group.
   *
   * @param countsOnly whether the override action is {@code Count}. As on AWS, the group still ends
   *     at its first rule that would end it: the rules after it add no labels. Only the web ACL
   *     goes on.
   * @param actions of rules whose action is overridden, by name. A rule that counts this way does
   *     not end the group.
   * @param excluded the rules that count by the older setting {@code ExcludedRules}
   * @param scopeDown which requests the group is asked about; empty for all
   */
  record Reference(
      String name,
      RuleGroup group,
      boolean countsOnly,
      Map<String, RuleAction> actions,
      Set<String> excluded,
      Optional<RuleStatement> scopeDown)
      implements AclEntry {
    public Reference {
      actions = Map.copyOf(actions);
      excluded = Set.copyOf(excluded);
    }

    @Override
    public int capacity() {
      return group.capacity() + scopeDown.map(RuleStatement::capacity).orElse(0);
    }

    /** Judges a request by the rules of the group. */
    public GroupMatch judge(RequestEvaluation evaluation) {
      List<RuleMatch> counted = new ArrayList<>();
      List<String> passed = new ArrayList<>();
      if (scopeDown.map(statement -> statement.matches(evaluation)).orElse(true)) {
        for (FirewallRule rule : group.rules()) {
          Optional<RuleMatch> match = rule.judge(evaluation, action(rule));
          if (match.isPresent() && excluded.contains(rule.name())) {
            passed.add(rule.name());
          } else if (match.isPresent() && match.get().action() instanceof RuleAction.Count) {
            counted.add(match.get());
          } else if (match.isPresent()) {
            return new GroupMatch(group.id(), match, counted, passed);
          }
        }
      }
      return new GroupMatch(group.id(), Optional.empty(), counted, passed);
    }

    private RuleAction action(FirewallRule rule) {
      RuleAction own =
          excluded.contains(rule.name()) ? new RuleAction.Count(List.of()) : rule.action();
      return actions.getOrDefault(rule.name(), own);
    }
  }
}
