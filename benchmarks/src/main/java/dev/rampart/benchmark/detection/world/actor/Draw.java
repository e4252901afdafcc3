package dev.rampart.benchmark.detection.world.actor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Pseudo-random numbers that are the same on every machine and every JDK: SplitMix64 (Steele, Lea,
 * Flood: Fast splittable pseudorandom number generators, 2014) and {@link StrictMath}.
 */
public final class Draw {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;
  private static final int FRACTION_SHIFT = 11;

  private final long start;
  private long state;

  public Draw(long seed) {
    this.start = mix(seed + GAMMA);
    this.state = start;
  }

  /**
   * Returns numbers that depend on the seed and the name alone, so that a new family or trap leaves
   * the others as they are.
   */
  public Draw named(String name) {
    long hash = start;
    for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
      hash = mix((hash ^ one) + GAMMA);
    }
    return new Draw(hash);
  }

  /** Returns 64 random bits. */
  public long bits() {
    state += GAMMA;
    return mix(state);
  }

  /** Returns a number from 0 to below 1. */
  public double unit() {
    return (bits() >>> FRACTION_SHIFT) * UNIT;
  }

  /** Returns whether something of this probability, 0 to 1, happens. */
  public boolean chance(double probability) {
    return unit() < probability;
  }

  /** Returns a number from the minimum to below the maximum, all equally likely. */
  public double uniform(double min, double max) {
    return min + (max - min) * unit();
  }

  /** Returns a whole number from the minimum to the maximum, all equally likely. */
  public int whole(int min, int max) {
    return min + (int) Math.floor((max - min + 1.0) * unit());
  }

  /** Returns a number from the minimum to the maximum, all orders of magnitude equally likely. */
  public double log(double min, double max) {
    return min * StrictMath.exp(StrictMath.log(max / min) * unit());
  }

  /** Returns a span between two others, in milliseconds, all orders of magnitude equally likely. */
  public double millis(Duration min, Duration max) {
    return log((double) min.toMillis(), (double) max.toMillis());
  }

  /** Returns {@link #log} as a whole number. */
  public int logWhole(int min, int max) {
    return (int) Math.min(max, Math.floor(log(min, max + 1.0)));
  }

  /** Returns a waiting time of a memoryless process of that mean. */
  public double exponential(double mean) {
    return -mean * StrictMath.log(1 - unit());
  }

  /** Returns a waiting time of a memoryless process of that mean, in milliseconds. */
  public double exponential(Duration mean) {
    return exponential((double) mean.toMillis());
  }

  /** Returns one element, all equally likely. */
  public <T> T of(List<T> list) {
    return list.get(whole(0, list.size() - 1));
  }

  /** Returns so many random hexadecimal digits, 16 at most. */
  public String hex(int digits) {
    return String.format(Locale.ROOT, "%016x", bits()).substring(0, digits);
  }

  private static long mix(long seed) {
    long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
