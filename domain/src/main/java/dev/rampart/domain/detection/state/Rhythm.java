package dev.rampart.domain.detection.state;

import java.util.Arrays;

/**
 * The distances in time between the newest signals of a subject, those whose ids its state keeps.
 */
public final class Rhythm {
  private static final double MILLIS_PER_SECOND = 1_000;

  /** Fewer distances say nothing. */
  private static final int DISTANCES_MIN = 3;

  /** More distances say no more. */
  private static final int DISTANCES_MAX = 40;

  /** How far a timer may be from its period: timers drift, and requests take time. */
  private static final double TOLERANCE = 0.25;

  /** Times are known to the second, so a distance may be wrong by nearly one. */
  private static final double TOLERANCE_MILLIS = 1_500;

  /** No timer of an integration has a shorter period, in seconds; tools that guess have. */
  public static final double PERIOD_SECONDS_MIN = 8;

  /** What comes sooner is a retry, not the next tick. */
  private static final long RETRY_MILLIS = 5_000;

  private final SubjectState state;
  private final int count;

  /**
   * Reads a state.
   *
   * @param count how many of its ids count, the oldest first
   */
  Rhythm(SubjectState state, int count) {
    this.state = state;
    this.count = count;
  }

  /**
   * Returns the mean of the last so many distances in seconds, or of all if there are fewer; that
   * of one signal is as long as can be.
   */
  public double meanSeconds(int last) {
    int end = count - 1;
    int n = Math.min(last, end);
    return n <= 0
        ? Double.MAX_VALUE
        : (state.recentMillis(end) - state.recentMillis(end - n)) / MILLIS_PER_SECOND / n;
  }

  /**
   * Returns which share of the distances is near their median: near 1 for a timer, about 0.2 for
   * events that do not know of each other. A timer may try a few times in a row, which counts as
   * one; a few gaps, as where ids are no longer kept, change little. It is 0 if there are too few
   * to tell, or if they are too short.
   */
  public double regularity() {
    int end = count - 1;
    long[] distances = new long[Math.min(Math.max(end, 0), DISTANCES_MAX)];
    int n = 0;
    long tick = Long.MAX_VALUE;
    for (int i = end; i >= 0 && n < distances.length; i--) {
      boolean isTick = i == 0 || state.recentMillis(i) - state.recentMillis(i - 1) > RETRY_MILLIS;
      if (isTick && tick != Long.MAX_VALUE) {
        distances[n++] = tick - state.recentMillis(i);
      }
      tick = isTick ? state.recentMillis(i) : tick;
    }
    if (n < DISTANCES_MIN) {
      return 0;
    }
    Arrays.sort(distances, 0, n);
    double median = distances[n / 2];
    if (median < PERIOD_SECONDS_MIN * MILLIS_PER_SECOND) {
      return 0;
    }
    double tolerance = Math.max(TOLERANCE_MILLIS, median * TOLERANCE);
    int near = 0;
    for (int i = 0; i < n; i++) {
      near += Math.abs(distances[i] - median) <= tolerance ? 1 : 0;
    }
    return near / (double) n;
  }
}
