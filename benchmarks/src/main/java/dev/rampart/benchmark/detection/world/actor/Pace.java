package dev.rampart.benchmark.detection.world.actor;

import java.time.Duration;

/**
 * How the events of one actor follow each other.
 *
 * @param meanMillis mean distance of two events that no pause separates
 * @param jitter 0 for a clock, 1 for a memoryless process
 * @param run events until a pause; 0 for no pauses
 * @param pauseMillis mean length of a pause
 */
public record Pace(double meanMillis, double jitter, int run, double pauseMillis) {

  private static final double STEADY = 0.3;
  private static final double RUSHED = 0.25;
  private static final int RUN_MAX = 40;
  private static final double PAUSE_MAX = 30;

  /** Before this nothing but ordinary traffic happens. */
  private static final double QUIET_MILLIS = 600_000;

  /** Draws a mean between two bounds, and a rhythm: steady, memoryless, or runs with pauses. */
  public static Pace drawn(Draw draw, Duration min, Duration max) {
    double mean = draw.millis(min, max);
    double jitter = draw.chance(STEADY) ? draw.uniform(0, STEADY) : 1;
    if (!draw.chance(RUSHED)) {
      return new Pace(mean, jitter, 0, 0);
    }
    return new Pace(mean, jitter, draw.logWhole(2, RUN_MAX), mean * draw.log(2, PAUSE_MAX));
  }

  /** Returns a pace of a clock with that jitter, 0 to 1. */
  public static Pace steady(double meanMillis, double jitter) {
    return new Pace(meanMillis, jitter, 0, 0);
  }

  /** Returns how long to wait after the event of that number, in milliseconds, at least 1. */
  public long next(Draw draw, int number) {
    double wait = meanMillis * (1 - jitter) + draw.exponential(meanMillis) * jitter;
    if (run > 0 && number % run == run - 1) {
      wait += draw.exponential(pauseMillis);
    }
    return Math.max(1, Math.round(wait));
  }

  /**
   * Returns when to begin, in milliseconds since the start of the world, so that so many events are
   * likely to fit in, or as many as possible.
   */
  public long start(Draw draw, int events) {
    double length = events * (meanMillis + (run > 0 ? pauseMillis / run : 0));
    return begin(draw, length);
  }

  /** Returns when to begin something of that length in milliseconds, like {@link #start}. */
  public static long begin(Draw draw, double length) {
    double latest = Math.max(2 * QUIET_MILLIS, (double) Scene.LENGTH.toMillis() - length);
    return Math.round(draw.uniform(QUIET_MILLIS, latest));
  }

  /** Returns when to begin something of that length, like {@link #start}. */
  public static long begin(Draw draw, Duration length) {
    return begin(draw, (double) length.toMillis());
  }

  /** Returns any time of the world but its very beginning. */
  public static long anyTime(Draw draw) {
    return begin(draw, 0);
  }
}
