package dev.rampart.local.metrics;

import java.time.Duration;
import java.time.Instant;

/**
 * Periods of the same length, one after the other.
 *
 * @param start of the first; a whole minute
 * @param period whole minutes
 * @param count how many there are
 */
public record Grid(Instant start, Duration period, int count) {

  /** Returns the last periods that have ended at a time, whatever the clock shows at their ends. */
  public static Grid endingAt(Instant end, Duration period, int count) {
    Instant minute = Instant.ofEpochSecond(Math.floorDiv(end.getEpochSecond(), 60) * 60);
    return new Grid(minute.minus(period.multipliedBy(count)), period, count);
  }

  /** Returns when a period begins. */
  public Instant at(int index) {
    return start.plus(period.multipliedBy(index));
  }

  /** Returns the end of the last period. */
  public Instant end() {
    return at(count);
  }

  /** Returns the period that a time is in; it may be none of these. */
  int index(Instant time) {
    return (int) Math.floorDiv(time.toEpochMilli() - start.toEpochMilli(), period.toMillis());
  }
}
