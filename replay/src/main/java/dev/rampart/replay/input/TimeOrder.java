package dev.rampart.replay.input;

import java.time.Duration;
import java.time.Instant;

/** How far a time may be ahead of those around it, in lines that are roughly in order. */
final class TimeOrder {
  /** Why a line is not taken. */
  static final LineOutcome.NotUnderstood TOO_FAR_AHEAD =
      new LineOutcome.NotUnderstood("its time is more than a day ahead of the lines around it");

  private static final Duration AHEAD_MAX = Duration.ofDays(1);

  private TimeOrder() {}

  /** Returns whether a time is more than a day after another. */
  static boolean isFarAhead(Instant time, Instant other) {
    return Duration.between(other, time).compareTo(AHEAD_MAX) > 0;
  }
}
