package dev.rampart.local.events.bus;

import dev.rampart.local.protocol.AwsError;

/**
 * How much work the wildcards of patterns may cause for one request. The matcher takes some 0.3
 * microseconds for each state and character.
 */
final class MatchingBudget {
  /** States times characters, which take less than half a second. */
  private static final long WORK_MAX = 1_000_000;

  private long left = WORK_MAX;

  /**
   * Takes the work of matching an event, or refuses it.
   *
   * @param complexity the states of all wildcards that it is compared with
   */
  void spend(long complexity, String event) {
    long work = complexity * event.length();
    if (work > left) {
      throw new AwsError(
          "InvalidArgument",
          "The events of the request are too long for the wildcards of the patterns: states times"
              + " characters are more than "
              + WORK_MAX
              + ". Send shorter events, or fewer at once.");
    }
    left -= work;
  }
}
