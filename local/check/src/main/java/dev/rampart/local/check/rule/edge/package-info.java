/** Rules of what stands before the API: the firewall, the plans of its keys, and the user pool. */
@org.jspecify.annotations.NullMarked
package dev.rampart.local.check.rule.edge;
