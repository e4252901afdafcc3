package dev.rampart.local.access;

import java.util.List;
import java.util.Map;

/**
 * A request that was decided in a run.
 *
 * @param caller the logical id of a function, or the name of a service
 * @param context the values of the first request of its kind
 * @param statement the one that allowed it, as {@code ApiRole/ReadSecret}; empty if none did
 * @param missing why it was refused; empty if it was allowed
 */
public record RecordedCall(
    String caller,
    String action,
    String resource,
    Map<String, List<String>> context,
    String statement,
    String missing) {
  /** Says whether it was allowed. */
  public boolean allowed() {
    return missing.isEmpty();
  }

  /** Returns what makes it different from other kinds: all but values that clients choose. */
  RecordedCall kind() {
    Map<String, List<String>> fixed = action.startsWith("kms:") ? context : Map.of();
    return new RecordedCall(caller, action, resource, fixed, statement, missing);
  }
}
