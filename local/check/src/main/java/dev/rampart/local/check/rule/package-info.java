/** What a rule is, and rules, one class for each service. */
@org.jspecify.annotations.NullMarked
package dev.rampart.local.check.rule;
