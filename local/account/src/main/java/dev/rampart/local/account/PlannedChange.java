package dev.rampart.local.account;

/**
 * What an update would do to one resource.
 *
 * @param action {@code Add}, {@code Modify}, {@code Remove} or {@code Import}
 * @param replacement {@code True}, {@code False}, or {@code Conditional} if it turns out while the
 *     update runs
 */
public record PlannedChange(String action, String logicalId, String type, String replacement) {

  /** Says whether the resource that is there would, or might, go. */
  public boolean endsResource() {
    return action.equals("Remove") || (action.equals("Modify") && !replacement.equals("False"));
  }
}
