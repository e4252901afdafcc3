package dev.rampart.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.SequencedMap;
import java.util.TreeMap;

/** How many signals and new incidents there were, in at most 48 equal periods of whole hours. */
final class Timeline {
  private static final int PERIODS_MAX = 48;
  private static final long SECONDS_PER_HOUR = Duration.ofHours(1).toSeconds();

  /** Signals and incidents of one period. */
  static final class Period {
    private long signals;
    private long incidents;

    long signals() {
      return signals;
    }

    long incidents() {
      return incidents;
    }

    private Period plus(Period other) {
      signals += other.signals;
      incidents += other.incidents;
      return this;
    }
  }

  private TreeMap<Long, Period> periods = new TreeMap<>();
  private long hours = 1;

  void signal(Instant at) {
    period(at).signals++;
  }

  void incident(Instant at) {
    period(at).incidents++;
  }

  /** Returns how long a period is. */
  Duration length() {
    return Duration.ofHours(hours);
  }

  /** Returns the periods that had signals, by their start. */
  SequencedMap<Instant, Period> periods() {
    SequencedMap<Instant, Period> byStart = new TreeMap<>();
    periods.forEach(
        (number, period) ->
            byStart.put(Instant.ofEpochSecond(number * hours * SECONDS_PER_HOUR), period));
    return byStart;
  }

  private Period period(Instant at) {
    Period period = periods.computeIfAbsent(number(at.getEpochSecond()), _ -> new Period());
    while (periods.size() > PERIODS_MAX) {
      coarsen();
      period = periods.computeIfAbsent(number(at.getEpochSecond()), _ -> new Period());
    }
    return period;
  }

  private long number(long epochSecond) {
    return Math.floorDiv(epochSecond, hours * SECONDS_PER_HOUR);
  }

  private void coarsen() {
    TreeMap<Long, Period> coarser = new TreeMap<>();
    periods.forEach(
        (number, period) -> coarser.merge(Math.floorDiv(number, 2), period, Period::plus));
    hours *= 2;
    periods = coarser;
  }
}
