package dev.rampart.local.firewall.group;

import java.util.List;

/**
 * A group of rules.
 *
 * @param id what log records call it
 * @param isManaged whether it is AWS's
 * @param capacity in WCU, as it was made
 * @param rules in the order of their priority
 */
public record RuleGroup(String id, boolean isManaged, int capacity, List<FirewallRule> rules) {
  public RuleGroup {
    rules = List.copyOf(rules);
  }
}
