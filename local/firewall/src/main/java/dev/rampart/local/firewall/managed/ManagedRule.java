package dev.rampart.local.firewall.managed;

import dev.rampart.local.firewall.statement.RuleStatement;

/**
 * A stand-in for a rule of a managed group.
 *
 * @param name AWS's
 * @param label AWS's, without the namespace of the group
 * @param counts whether AWS's action is Count; else it is Block
 */
record ManagedRule(
    String name, String label, Grade grade, boolean counts, RuleStatement statement) {}
