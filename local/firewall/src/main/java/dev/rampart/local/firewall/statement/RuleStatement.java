package dev.rampart.local.firewall.statement;

/** A condition of a rule. Safe for use by many threads. */
public interface RuleStatement {
  /** Returns whether a request meets the condition. */
  boolean matches(RequestEvaluation evaluation);

  /** Returns what the statement costs, in web ACL capacity units (WCU). */
  int capacity();
}
