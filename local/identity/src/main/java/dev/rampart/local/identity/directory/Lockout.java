package dev.rampart.local.identity.directory;

import dev.rampart.local.identity.collection.BoundedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Slows down guessing, name by name, whether or not the name exists. From the fifth failure on a
 * name is locked for one second, then twice as long with each further failure, up to 15 minutes.
 * Tries during a lock are refused unseen and do not make it longer. A success, or 15 minutes
 * without a failure, clears the count.
 */
final class Lockout {
  private static final int FAILURES_FREE = 5;
  private static final Duration LOCK_MAX = Duration.ofMinutes(15);

  /** Below 1 KB each, and so below 10 MB; beyond, the name tried longest ago is forgotten. */
  private static final int NAMES_MAX = 10_000;

  private final InstantSource clock;
  private final Map<String, Failures> names = new BoundedMap<>(NAMES_MAX);

  private record Failures(int count, Instant last) {
    Failures and(Failures one) {
      boolean forgotten = !one.last().isBefore(last.plus(LOCK_MAX));
      return forgotten ? one : new Failures(count + 1, one.last());
    }

    Instant lockedUntil() {
      if (count < FAILURES_FREE) {
        return Instant.MIN;
      }
      // Beyond ten doublings the maximum is reached anyway.
      long seconds = 1L << Math.min(count - FAILURES_FREE, 10);
      return last.plus(Duration.ofSeconds(Math.min(seconds, LOCK_MAX.toSeconds())));
    }
  }

  Lockout(InstantSource clock) {
    this.clock = clock;
  }

  synchronized boolean isLocked(String name) {
    Failures failures = names.get(name);
    return failures != null && clock.instant().isBefore(failures.lockedUntil());
  }

  synchronized void failed(String name) {
    names.merge(name, new Failures(1, clock.instant()), Failures::and);
  }

  synchronized void succeeded(String name) {
    names.remove(name);
  }
}
