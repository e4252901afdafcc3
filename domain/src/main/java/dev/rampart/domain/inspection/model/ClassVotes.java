package dev.rampart.domain.inspection.model;

import dev.rampart.domain.inspection.Attack;

/**
 * How much each feature speaks for each class of attack. Hashed features share {@link #HASHED}
 * slots here, far fewer than they have weights, since telling classes apart needs less; indicators
 * and encodings keep slots of their own. Three votes share one number, so that one addition counts
 * all three.
 */
final class ClassVotes {

  /** The number of slots that all hashed features share. */
  private static final int HASHED = 1 << 11;

  /** The number of slots. */
  static final int SLOTS = HASHED + FeatureExtractor.FEATURES - FeatureExtractor.HASHED;

  private static final int CLASSES = Attack.values().length;

  private static final int LANES = 3;

  /** Enough for the sum of a vote of every feature that a window can have. */
  private static final int LANE_BITS = Long.SIZE / LANES;

  private static final long LANE = (1L << LANE_BITS) - 1;

  /** The number of longs that hold the votes of one slot. */
  private static final int NUMBERS = (CLASSES + LANES - 1) / LANES;

  /** Makes every vote positive, so that no lane borrows from the next. */
  private static final int OFFSET = -Byte.MIN_VALUE;

  private final long[] lanes;

  /** Takes the votes of one slot after the other, each for all classes. */
  ClassVotes(byte[] votes) {
    int slots = votes.length / CLASSES;
    lanes = new long[slots * NUMBERS];
    for (int i = 0; i < votes.length; i++) {
      int slot = i / CLASSES;
      int attack = i % CLASSES;
      lanes[slot * NUMBERS + attack / LANES] |= (long) (votes[i] + OFFSET) << shift(attack);
    }
  }

  /** Returns the slot of a feature. */
  static int slot(int feature) {
    return feature < FeatureExtractor.HASHED
        ? feature & (HASHED - 1)
        : HASHED + feature - FeatureExtractor.HASHED;
  }

  /** Returns the number of the class that the features speak most for; the first of equals. */
  int top(FeatureExtractor features) {
    long[] sums = new long[NUMBERS];
    for (int i = 0; i < features.count; i++) {
      int row = slot(features.feature[i]) * NUMBERS;
      for (int k = 0; k < NUMBERS; k++) {
        sums[k] += lanes[row + k];
      }
    }
    int top = 0;
    for (int attack = 1; attack < CLASSES; attack++) {
      top = lane(sums, 0, attack) > lane(sums, 0, top) ? attack : top;
    }
    return top;
  }

  /** Returns how much a slot speaks for a class, -128 to 127. */
  int of(int slot, int attack) {
    return lane(lanes, slot * NUMBERS, attack) - OFFSET;
  }

  private static int lane(long[] numbers, int row, int attack) {
    return (int) (numbers[row + attack / LANES] >>> shift(attack) & LANE);
  }

  private static int shift(int attack) {
    return attack % LANES * LANE_BITS;
  }
}
