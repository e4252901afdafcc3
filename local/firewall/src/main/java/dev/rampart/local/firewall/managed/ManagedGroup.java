package dev.rampart.local.firewall.managed;

import dev.rampart.local.firewall.group.FirewallRule;
import dev.rampart.local.firewall.group.RuleAction;
import dev.rampart.local.firewall.group.RuleGroup;
import java.util.List;
import java.util.Optional;

/**
 * A stand-in for a group of AWS's.
 *
 * @param namespace in the labels of its rules
 * @param capacity in WCU, as AWS publishes it
 */
record ManagedGroup(String name, String namespace, int capacity, List<ManagedRule> rules) {
  ManagedGroup {
    rules = List.copyOf(rules);
  }

  RuleGroup group() {
    return new RuleGroup("AWS#" + name, true, capacity, rules.stream().map(this::rule).toList());
  }

  private FirewallRule rule(ManagedRule rule) {
    RuleAction action =
        rule.counts() ? new RuleAction.Count(List.of()) : new RuleAction.Block(Optional.empty());
    String label = "awswaf:managed:aws:" + namespace + ":" + rule.label();
    return new FirewallRule(rule.name(), rule.statement(), action, List.of(label), false);
  }
}
