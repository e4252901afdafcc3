package dev.rampart.domain.detection.tuning;

/** Why a rule counts and does not block. */
public enum CountReason {
  /** A rule of the web ACL has the action Count. */
  OWN_ACTION("action"),
  /** The group itself has the rule count. */
  GROUP_DEFAULT("group-default"),
  /** An entry of {@code RuleActionOverrides} has it count. */
  RULE_OVERRIDE("rule-override"),
  /** An entry of {@code ExcludedRules}, the older form of an override. */
  EXCLUDED("excluded"),
  /** {@code OverrideAction} has all of the group count. */
  GROUP_OVERRIDE("group-override");

  private final String wireName;

  CountReason(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in JSON. */
  public String wireName() {
    return wireName;
  }
}
