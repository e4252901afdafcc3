package dev.rampart.domain.detection.state;

import java.time.Duration;

/** The half hours in which a subject was active, in the last 32 to 64 hours. */
final class Activity {
  /** After so long without a signal, the next one begins a new activity. */
  private static final long SILENCE_HALF_HOURS = Duration.ofHours(2).dividedBy(Periods.HALF_HOUR);

  private static final double MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();

  private final long current;
  private final long before;
  private final long spanStart;
  private final long nowMillis;

  /** Notes that the half hour of a time was active. */
  static void add(Cells cells, long timeMillis) {
    long ofSpan = Math.floorMod(Periods.halfHour(timeMillis), (long) Periods.HALF_HOURS_PER_SPAN);
    cells.addMember(CellType.ACTIVE.name(timeMillis), (int) ofSpan);
  }

  Activity(Cells cells, long nowMillis) {
    long name = CellType.ACTIVE.name(nowMillis);
    this.current = cells.set(name).low();
    this.before = cells.set(name - 1).low();
    this.spanStart = CellType.ACTIVE.period(nowMillis) * Periods.HALF_HOURS_PER_SPAN;
    this.nowMillis = nowMillis;
  }

  /** Returns the number of half hours. */
  int halfHours() {
    return Long.bitCount(current) + Long.bitCount(before);
  }

  /** Returns the half hour since the epoch with which the activity began that goes on now. */
  long start() {
    long start = Periods.halfHour(nowMillis);
    for (long candidate = start; start - candidate <= SILENCE_HALF_HOURS; candidate--) {
      start = contains(candidate) ? candidate : start;
    }
    return start;
  }

  /** Returns for how many hours the subject is known. */
  double hoursKnown() {
    return (nowMillis - first() * Periods.HALF_HOUR_MILLIS) / MILLIS_PER_HOUR;
  }

  /** Returns for how long the subject is known at least: from the end of its first half hour. */
  long knownMillisMin() {
    return nowMillis - (first() + 1) * Periods.HALF_HOUR_MILLIS;
  }

  /** Returns the first half hour since the epoch in which it was active. */
  private long first() {
    return before == 0
        ? spanStart + Long.numberOfTrailingZeros(current)
        : spanStart - Periods.HALF_HOURS_PER_SPAN + Long.numberOfTrailingZeros(before);
  }

  private boolean contains(long halfHour) {
    long place = halfHour - spanStart;
    long bits = place >= 0 ? current : before;
    return place >= -Periods.HALF_HOURS_PER_SPAN && (bits >>> place & 1) == 1;
  }
}
