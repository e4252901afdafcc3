package dev.rampart.domain.port.out;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** A {@link NotificationBudget} in a map. */
public final class InMemoryNotificationBudget implements NotificationBudget {
  private final Map<Instant, Integer> taken = new HashMap<>();

  @Override
  public synchronized OptionalInt take(Instant hour, int limit) {
    if (taken.getOrDefault(hour, 0) >= limit) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(limit - taken.merge(hour, 1, Integer::sum));
  }

  @Override
  public synchronized void giveBack(Instant hour) {
    taken.merge(hour, -1, Integer::sum);
  }
}
