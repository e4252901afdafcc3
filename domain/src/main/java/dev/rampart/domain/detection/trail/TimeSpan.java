package dev.rampart.domain.detection.trail;

import java.time.Duration;
import java.time.Instant;

/**
 * From when until when logs are searched.
 *
 * @param from included
 * @param to not included
 */
public record TimeSpan(Instant from, Instant to) {
  /** The longest span. */
  public static final Duration LENGTH_MAX = Duration.ofDays(7);

  /** The span of whoever names none: so long before now. */
  public static final Duration LENGTH_DEFAULT = Duration.ofDays(1);

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if it is empty or too long
   */
  public TimeSpan {
    if (!isValid(from, to)) {
      throw new IllegalArgumentException("a span is of some length, and of 7 days at most");
    }
  }

  /** Returns whether there is a span between two times. */
  public static boolean isValid(Instant from, Instant to) {
    return from.isBefore(to) && !from.plus(LENGTH_MAX).isBefore(to);
  }

  /** Returns the span around a time, so long in both directions. */
  public static TimeSpan around(Instant at, Duration distance) {
    return new TimeSpan(at.minus(distance), at.plus(distance));
  }
}
