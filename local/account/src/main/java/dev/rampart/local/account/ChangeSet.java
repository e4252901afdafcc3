package dev.rampart.local.account;

import java.util.List;

/**
 * What CloudFormation says that an update would do.
 *
 * @param status as CloudFormation names it
 * @param reason why it has this status; an empty text if CloudFormation gives none
 */
public record ChangeSet(String id, String status, String reason, List<PlannedChange> changes) {
  private static final String FAILED = "FAILED";

  /** CloudFormation has no code for it. These are the texts that SAM, too, goes by. */
  private static final List<String> EMPTY_REASONS =
      List.of("The submitted information didn't contain changes", "No updates are to be performed");

  public ChangeSet {
    changes = List.copyOf(changes);
  }

  /** Says whether it failed because there is nothing to change. */
  public boolean isEmpty() {
    return status.equals(FAILED) && EMPTY_REASONS.stream().anyMatch(reason::contains);
  }

  /** Says whether it failed although there is something to change. */
  public boolean isFaulty() {
    return status.equals(FAILED) && !isEmpty();
  }
}
