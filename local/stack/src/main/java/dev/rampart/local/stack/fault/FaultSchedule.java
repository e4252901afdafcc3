package dev.rampart.local.stack.fault;

import java.util.SplittableRandom;

/**
 * Which of the calls that a fault is for meet it: after some that pass, a share of the rest, until
 * there were enough. Which calls the share is depends on the seed alone. Safe for use by many
 * threads.
 */
final class FaultSchedule {
  private final double share;
  private final SplittableRandom random;
  private int skip;
  private int left;
  private long met;

  /**
   * Makes a schedule.
   *
   * @param skip how many calls pass first
   * @param calls how many meet the fault at most
   * @param share of those after the first, above 0 and at most 1
   */
  FaultSchedule(int skip, int calls, double share, long seed) {
    this.skip = skip;
    this.left = calls;
    this.share = share;
    this.random = new SplittableRandom(seed);
  }

  /** Says whether the next call meets the fault. */
  synchronized boolean take() {
    if (left == 0) {
      return false;
    }
    if (skip > 0) {
      skip--;
      return false;
    }
    if (random.nextDouble() >= share) {
      return false;
    }
    left--;
    met++;
    return true;
  }

  /** Says whether no call meets the fault any more. */
  synchronized boolean isOver() {
    return left == 0;
  }

  /** Returns how many calls met the fault so far. */
  synchronized long met() {
    return met;
  }
}
