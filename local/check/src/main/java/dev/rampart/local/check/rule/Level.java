package dev.rampart.local.check.rule;

/** How much a rule asks for. */
public enum Level {
  /** A template that breaks the rule is refused, unless a waiver excuses the place. */
  MUST,
  /** As {@link #MUST}, for what a template may leave out for a good reason of its own. */
  SHOULD
}
