package dev.rampart.local.gateway.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is left of a quota, and what was used on each day. Safe for many threads. */
final class QuotaCounter {
  /** How many days with requests are remembered; as far back as {@code GetUsage} may ask. */
  static final int DAYS_MAX = 90;

  private final Quota quota;
  private final TreeMap<LocalDate, Day> days = new TreeMap<>();
  private LocalDate period;
  private long remaining;

  QuotaCounter(Quota quota, Instant now) {
    this.quota = quota;
    this.period = quota.period().start(day(now));
    this.remaining = quota.first();
  }

  /**
   * One day of a key.
   *
   * @param used requests of that day
   * @param remaining requests that were left at its end, or are now
   */
  record Day(long used, long remaining) {}

  /** Counts a request; returns false, and counts nothing, if none is left. */
  synchronized boolean take(Instant now) {
    begin(now);
    if (remaining == 0) {
      return false;
    }
    remaining--;
    Day soFar = days.getOrDefault(day(now), new Day(0, 0));
    note(now, soFar.used() + 1);
    return true;
  }

  /** Sets what is left until the period ends, beyond the limit too. */
  synchronized void grant(long left, Instant now) {
    begin(now);
    remaining = left;
    note(now, days.getOrDefault(day(now), new Day(0, 0)).used());
  }

  /** Returns each day from one to another, both included; unused ones too. */
  synchronized List<Day> days(LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1)).map(this::of).toList();
  }

  private Day of(LocalDate day) {
    Map.Entry<LocalDate, Day> last = days.floorEntry(day);
    if (last == null) {
      return new Day(0, quota.period().start(day).isAfter(period) ? quota.limit() : quota.first());
    }
    if (last.getKey().equals(day)) {
      return last.getValue();
    }
    boolean same = quota.period().start(day).equals(quota.period().start(last.getKey()));
    return new Day(0, same ? last.getValue().remaining() : quota.limit());
  }

  private void begin(Instant now) {
    LocalDate current = quota.period().start(day(now));
    // A clock that was set back opens no period a second time.
    if (current.isAfter(period)) {
      period = current;
      remaining = quota.limit();
    }
  }

  private void note(Instant now, long used) {
    days.put(day(now), new Day(used, remaining));
    while (days.size() > DAYS_MAX) {
      days.pollFirstEntry();
    }
  }

  private static LocalDate day(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
