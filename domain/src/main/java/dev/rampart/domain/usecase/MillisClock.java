package dev.rampart.domain.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A clock in whole milliseconds, as stores and events keep times. */
final class MillisClock {
  private MillisClock() {}

  /** Returns the current time, cut to the millisecond. */
  static Instant now(InstantSource clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
