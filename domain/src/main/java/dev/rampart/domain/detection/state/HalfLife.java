package dev.rampart.domain.detection.state;

import java.time.Duration;

/**
 * A sum that forgets: what was added counts half after each half-life.
 *
 * <p>Nothing stored is ever scaled down. Instead an event of time t is added with the weight {@code
 * 2^((t - L) / h)}, where h is the half-life and L the start of the epoch of t, of 16 half-lives;
 * who reads the sum scales it once, to the time of reading. This is forward decay (Cormode,
 * Shkapenyuk, Srivastava and Xu, ICDE 2009). Additions of whole numbers commute and need no read,
 * so concurrent writers, late events and any order give the same sum. An event of the epoch before
 * counts in a sum of its own; what is older is below 2^-16.
 */
public enum HalfLife {
  /** What is going on now. */
  FAST(Duration.ofMinutes(4)),
  /** What has been going on for hours. */
  SLOW(Duration.ofHours(6));

  /** Half-lives in an epoch: the largest addition stays below 2^24 times the weight. */
  private static final int HALF_LIVES_PER_EPOCH = 16;

  /**
   * What an event of weight 1 adds at the start of its epoch; keeps rounding below 0.4 % for
   * weights of 0.5 or more. Stores charge for digits.
   */
  private static final double UNIT = 256;

  private static final double LN_2 = Math.log(2);
  private static final double MILLIS_PER_SECOND = 1_000;

  private final double millis;
  private final long epochMillis;

  HalfLife(Duration length) {
    this.millis = length.toMillis();
    this.epochMillis = length.toMillis() * HALF_LIVES_PER_EPOCH;
  }

  /**
   * Returns how long an event counts on average, in seconds: so many times the rate is the sum of
   * events that come all the time.
   */
  public double meanSeconds() {
    return millis / LN_2 / MILLIS_PER_SECOND;
  }

  CellType cellType() {
    return switch (this) {
      case FAST -> CellType.FAST;
      case SLOW -> CellType.SLOW;
    };
  }

  Duration epochLength() {
    return Duration.ofMillis(epochMillis);
  }

  double hours() {
    return millis / Duration.ofHours(1).toMillis();
  }

  private long epoch(long timeMillis) {
    return Math.floorDiv(timeMillis, epochMillis);
  }

  /** Returns what an event adds to the sum of its epoch. */
  long addition(long timeMillis, double weight) {
    return Math.round(UNIT * weight * growth(timeMillis, epoch(timeMillis)));
  }

  /** Returns what the sums of an epoch and of the one before come to at a time in that epoch. */
  double value(long sum, long sumBefore, long nowMillis) {
    long epoch = epoch(nowMillis);
    double current = sum == 0 ? 0 : sum / growth(nowMillis, epoch);
    double before = sumBefore == 0 ? 0 : sumBefore / growth(nowMillis, epoch - 1);
    return (current + before) / UNIT;
  }

  /**
   * Returns what a later event adds to the value as of a time before it; 0 if it counts in a later
   * sum.
   */
  double excess(long timeMillis, double weight, long nowMillis) {
    return epoch(timeMillis) == epoch(nowMillis)
        ? weight * growth(timeMillis, epoch(nowMillis)) / growth(nowMillis, epoch(nowMillis))
        : 0;
  }

  private double growth(long timeMillis, long epoch) {
    return Math.exp((timeMillis - epoch * epochMillis) / millis * LN_2);
  }
}
