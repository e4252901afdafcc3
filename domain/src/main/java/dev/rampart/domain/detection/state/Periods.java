package dev.rampart.domain.detection.state;

import java.time.Duration;

/** The periods of event time that cells cover. They start at the epoch. */
final class Periods {
  static final Duration MINUTE = Duration.ofMinutes(1);
  static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  static final Duration HALF_HOUR = Duration.ofMinutes(30);

  /** Half hours in a span: as many as a long has bits. */
  static final int HALF_HOURS_PER_SPAN = 64;

  /** 32 hours. */
  static final Duration SPAN = HALF_HOUR.multipliedBy(HALF_HOURS_PER_SPAN);

  /**
   * Who is later than others by more is judged as of their time. No clock of a gate is wrong by
   * more, and times known to the second would weigh what comes later too inexactly.
   */
  static final long LATE_MILLIS_MAX = TEN_MINUTES.toMillis();

  static final long HALF_HOUR_MILLIS = HALF_HOUR.toMillis();

  private Periods() {}

  /** Returns the half hour of a time, since the epoch. */
  static long halfHour(long timeMillis) {
    return Math.floorDiv(timeMillis, HALF_HOUR_MILLIS);
  }
}
