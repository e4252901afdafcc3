package dev.rampart.benchmark.detection.cost;

import java.util.Arrays;

/** Numbers in ascending order. */
final class Quantiles {

  private final long[] ascending;

  /** Sorts a copy of at least one number. */
  Quantiles(long[] numbers) {
    this.ascending = numbers.clone();
    Arrays.sort(ascending);
  }

  /** Returns the least number that a share of all, 0 to 1, does not exceed. */
  long at(double share) {
    int rank = (int) Math.ceil(share * ascending.length);
    return ascending[Math.max(0, rank - 1)];
  }

  long median() {
    return at(0.5);
  }

  long max() {
    return ascending[ascending.length - 1];
  }
}
