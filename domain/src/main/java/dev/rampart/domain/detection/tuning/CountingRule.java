package dev.rampart.domain.detection.tuning;

/**
 * A rule that counts: one of the web ACL, or one inside a rule group.
 *
 * @param group the id of the group as the log has it; empty for a rule of the web ACL itself
 */
public record CountingRule(String group, String name) {
  /** Stands for all rules that there is no room for. */
  static final CountingRule OTHER = new CountingRule("", "(other rules)");

  private static final String MANAGED_SEPARATOR = "#";

  /** Returns whether it is one of a group. */
  public boolean isInGroup() {
    return !group.isEmpty();
  }

  /** Returns whether the group is one that a vendor manages, such as {@code AWS#RuleSet}. */
  boolean isManaged() {
    return group.contains(MANAGED_SEPARATOR);
  }

  /** Returns the vendor of a managed group. */
  String vendor() {
    return group.split(MANAGED_SEPARATOR, -1)[0];
  }

  /** Returns the name of a managed group. */
  String groupName() {
    return group.split(MANAGED_SEPARATOR, -1)[1];
  }

  /** Returns how a person names it. */
  public String fullName() {
    return isInGroup() ? group + " / " + name : name;
  }
}
