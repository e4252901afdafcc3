package dev.rampart.local.events.bus;

import dev.rampart.local.protocol.AwsError;

/** How much work the matching of events may be for one request. */
final class MatchingBudget {
  /** In units of {@link MatchingWork}, which take less than half a second. */
  private static final long WORK_MAX = 1_000_000;

  private long left = WORK_MAX;

  /**
   * Takes the work of matching an event, or refuses it.
   *
   * @param work as {@link MatchingWork} bounds it
   */
  void spend(long work) {
    if (work > left) {
      throw new AwsError(
          "InvalidArgument",
          "The events of the request are too long for the patterns: their values times the"
              + " conditions, and characters times the states of wildcards, are more than "
              + WORK_MAX
              + ". Send shorter events, or fewer at once.");
    }
    left -= work;
  }
}
