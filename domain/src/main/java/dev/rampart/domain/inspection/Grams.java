package dev.rampart.domain.inspection;

/**
 * Turns the tokens and signs of one window into feature numbers: runs of one to four tokens, signs,
 * and pairs of signs, hashed into a table of fixed size. A feature counts once a window however
 * often it occurs, so repeating a token neither raises nor drowns a score.
 */
final class Grams {

  /** How many slots runs of tokens and pairs of signs are hashed into. */
  static final int TABLE = 96 << 10;

  /** The feature of the first sign. */
  static final int SIGNS = TABLE;

  /** The feature of the first decoding step. */
  static final int STEPS = SIGNS + Sign.ALL.length;

  private static final int STEP_COUNT = Step.values().length;

  static final int FEATURES = STEPS + STEP_COUNT;

  /** How many slots the same features share when they tell one class from another. */
  static final int CLASS_TABLE = 1 << 11;

  static final int CLASS_SLOTS = CLASS_TABLE + FEATURES - TABLE;

  static final int WINDOW_TOKENS = 64;
  static final int STRIDE_TOKENS = 32;
  private static final int NEAR_BEFORE = 8;
  private static final int NEAR_AFTER = 12;
  private static final int PAIRED_SIGNS_MAX = 12;
  private static final int RUNS_A_TOKEN = 4;

  /** One bit a feature, set where the window has it already: a table that the cache holds whole. */
  private final long[] seen = new long[1 + (FEATURES >> 6)];

  /** The features of the last window: each sign, step, pair of signs and run of tokens once. */
  final int[] feature =
      new int
          [Sign.ALL.length
              + STEP_COUNT
              + PAIRED_SIGNS_MAX * (Sign.ALL.length - 1)
              + RUNS_A_TOKEN * WINDOW_TOKENS];

  int count;

  private final int[] paired = new int[PAIRED_SIGNS_MAX];

  private static int slot(int hash) {
    int h = hash * 0x9e3779b1;
    h ^= h >>> 15;
    h *= 0x85ebca77;
    return (int) (((h & 0xffffffffL) * TABLE) >>> 32);
  }

  /** Where a feature stands in the table of classes: signs and steps have slots of their own. */
  static int classSlot(int feature) {
    return feature < TABLE ? feature & (CLASS_TABLE - 1) : CLASS_TABLE + feature - TABLE;
  }

  private void add(int f) {
    long bits = seen[f >> 6];
    if ((bits >>> f & 1) == 0) {
      seen[f >> 6] = bits | 1L << f;
      feature[count] = f;
      count++;
    }
  }

  private void clear() {
    for (int i = 0; i < count; i++) {
      seen[feature[i] >> 6] = 0;
    }
    count = 0;
  }

  /**
   * Collects the features of the tokens {@code from} to {@code to} (exclusive) and of the findings
   * {@code firstFinding} to {@code lastFinding} (exclusive).
   */
  void collect(Tokens t, int from, int to, Findings f, int firstFinding, int lastFinding) {
    clear();
    int pairs = 0;
    for (int i = firstFinding; i < lastFinding; i++) {
      int sign = f.sign[i];
      int before = count;
      add(SIGNS + sign);
      if (count > before) {
        for (int j = 0; j < pairs; j++) {
          int low = Math.min(sign, paired[j]);
          int high = Math.max(sign, paired[j]);
          add(slot(0x7000001 + low * 1031 + high));
        }
        if (pairs < PAIRED_SIGNS_MAX) {
          paired[pairs++] = sign;
        }
      }
    }
    for (int step = 0; step < STEP_COUNT; step++) {
      if ((t.layer.steps >> step & 1) != 0) {
        add(STEPS + step);
      }
    }
    int near = 0;
    int finding = firstFinding;
    for (int i = from; i < to; i++) {
      while (finding < lastFinding && f.first[finding] - NEAR_BEFORE <= i) {
        near = Math.max(near, f.last[finding] + NEAR_AFTER);
        finding++;
      }
      if (i > near) {
        if (finding == lastFinding) {
          break;
        }
        continue;
      }
      runs(t, from, i);
    }
  }

  /** Adds the runs of one to four tokens that end at {@code i} and begin in the window. */
  private void runs(Tokens t, int from, int i) {
    int k0 = t.kind[i];
    int s0 = k0 | t.shape[i] << 10;
    add(slot(s0 + 1));
    if (i == from) {
      return;
    }
    int k1 = t.kind[i - 1];
    int s1 = k1 | t.shape[i - 1] << 10;
    add(slot((s0 + 0x40001) * 31 + s1 * 0x9e3779b1));
    if (i == from + 1) {
      return;
    }
    int k2 = t.kind[i - 2];
    add(slot((k0 + 0x80001) * 31 + k1 * 0x85ebca6b + k2 * 0xc2b2ae35));
    if (i > from + 2) {
      int k3 = t.kind[i - 3];
      add(slot((k0 + 0xc0001) * 31 + k1 * 0x27d4eb2f + k2 * 0x165667b1 + k3 * 0xd3a2646d));
    }
  }
}
