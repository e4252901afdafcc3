package dev.rampart.local.attack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When a player acts: from one part of the play to another, with pauses between.
 *
 * @param from in percent of the length
 * @param to in percent of the length
 * @param pause the mean
 * @param isTimer whether all pauses are equal; those of people vary by half
 */
record Schedule(int from, int to, Duration pause, boolean isTimer) {
  private static final int PERCENT = 100;
  private static final double VARIATION = 0.5;

  static Schedule of(int from, int to, long pauseMillis) {
    return new Schedule(from, to, Duration.ofMillis(pauseMillis), false);
  }

  static Schedule timer(long pauseMillis) {
    return new Schedule(0, PERCENT, Duration.ofMillis(pauseMillis), true);
  }

  /** Returns when each turn is, from the begin of a play of this length on. */
  List<Duration> turns(Duration length, RandomGenerator random) {
    double variation = isTimer ? 0 : VARIATION;
    Duration end = part(length, to);
    List<Duration> turns = new ArrayList<>();
    Duration at = part(length, from);
    while (at.compareTo(end) < 0) {
      turns.add(at);
      double factor = 1 + variation * (2 * random.nextDouble() - 1);
      at = at.plusMillis(Math.round(pause.toMillis() * factor));
    }
    return List.copyOf(turns);
  }

  private static Duration part(Duration length, int percent) {
    return length.multipliedBy(percent).dividedBy(PERCENT);
  }
}
