package dev.rampart.domain.port.out;

import java.time.Instant;
import java.util.OptionalInt;

/** Counts the notifications of each hour. */
public interface NotificationBudget {
  /**
   * Takes one of the notifications of an hour.
   *
   * @param hour its beginning
   * @param limit how many the hour has, at least 1
   * @return how many are left after it; empty if none was
   * @throws PortUnavailable if the budget does not answer; one may or may not be taken
   */
  OptionalInt take(Instant hour, int limit);

  /**
   * Gives one of an hour back, since nobody was notified after all.
   *
   * @throws PortUnavailable if the budget does not answer; it may or may not be given back
   */
  void giveBack(Instant hour);
}
