package dev.rampart.replay.input;

import java.time.Duration;
import java.time.Instant;

/** Which times lines may have, by themselves and beside those around them. */
final class TimeOrder {
  /** Why a line is not taken. */
  static final LineOutcome.NotUnderstood TOO_FAR_AHEAD =
      new LineOutcome.NotUnderstood("its time is more than a day ahead of the lines around it");

  /** Why a line is not taken; the time of others does not fit the numbers that detection uses. */
  static final LineOutcome.NotUnderstood OUT_OF_RANGE =
      new LineOutcome.NotUnderstood("its time is before 1970 or after 9999");

  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private static final Duration AHEAD_MAX = Duration.ofDays(1);

  private TimeOrder() {}

  /** Returns whether a time is one of the years that have four digits, from 1970. */
  static boolean isInRange(Instant time) {
    return !time.isBefore(Instant.EPOCH) && time.isBefore(END);
  }

  /** Returns whether a time is more than a day after another. */
  static boolean isFarAhead(Instant time, Instant other) {
    return Duration.between(other, time).compareTo(AHEAD_MAX) > 0;
  }
}
