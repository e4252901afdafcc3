package dev.rampart.domain.inspection;

import java.util.Arrays;

/**
 * Turns the tokens and signs of one window into feature numbers: runs of one to four tokens, signs,
 * and pairs of signs, hashed into a table of fixed size. A feature counts once a window however
 * often it occurs, so repeating a token neither raises nor drowns a score.
 */
final class Grams {

  static final int TABLE_BITS = 16;
  static final int TABLE = 1 << TABLE_BITS;
  static final int SIGNS = TABLE;
  static final int STEPS = SIGNS + 128;
  static final int FEATURES = STEPS + 32;

  static final int WINDOW_TOKENS = 64;
  static final int STRIDE_TOKENS = 32;
  private static final int NEAR_BEFORE = 8;
  private static final int NEAR_AFTER = 12;
  private static final int PAIRED_SIGNS_MAX = 12;
  private static final int PER_TOKEN = 4;

  private int[] ofToken = new int[1024];
  private final short[] seen = new short[FEATURES];
  private short epoch;

  /** The features of the last window, and the token that each came from. */
  int[] feature = new int[1024];

  int[] token = new int[1024];
  int count;

  private final int[] paired = new int[PAIRED_SIGNS_MAX];

  /** Hashes every run of tokens, once for all windows. */
  void prepare(Tokens t) {
    if (ofToken.length < PER_TOKEN * t.count) {
      ofToken = new int[2 * PER_TOKEN * t.count];
    }
    var kind = t.kind;
    var shape = t.shape;
    for (var i = 0; i < t.count; i++) {
      var k0 = kind[i];
      var k1 = i > 0 ? kind[i - 1] : 0;
      var k2 = i > 1 ? kind[i - 2] : 0;
      var k3 = i > 2 ? kind[i - 3] : 0;
      var s0 = k0 | shape[i] << 10;
      var s1 = i > 0 ? k1 | shape[i - 1] << 10 : 0;
      var base = PER_TOKEN * i;
      ofToken[base] = slot(s0 + 1);
      ofToken[base + 1] = slot((s0 + 0x40001) * 31 + s1 * 0x9e3779b1);
      ofToken[base + 2] = slot((k0 + 0x80001) * 31 + k1 * 0x85ebca6b + k2 * 0xc2b2ae35);
      ofToken[base + 3] =
          slot((k0 + 0xc0001) * 31 + k1 * 0x27d4eb2f + k2 * 0x165667b1 + k3 * 0xd3a2646d);
    }
  }

  private static int slot(int hash) {
    var h = hash * 0x9e3779b1;
    h ^= h >>> 15;
    h *= 0x85ebca77;
    return h >>> (32 - TABLE_BITS);
  }

  private void add(int f, int from) {
    if (seen[f] != epoch) {
      seen[f] = epoch;
      if (count == feature.length) {
        feature = Arrays.copyOf(feature, 2 * count);
        token = Arrays.copyOf(token, 2 * count);
      }
      feature[count] = f;
      token[count] = from;
      count++;
    }
  }

  /**
   * Collects the features of the tokens {@code from} to {@code to} (exclusive) and of the findings
   * {@code firstFinding} to {@code lastFinding} (exclusive).
   */
  void collect(Tokens t, int from, int to, Findings f, int firstFinding, int lastFinding) {
    epoch++;
    if (epoch == 0) {
      Arrays.fill(seen, (short) 0);
      epoch = 1;
    }
    count = 0;
    var pairs = 0;
    for (var i = firstFinding; i < lastFinding; i++) {
      var sign = f.sign[i];
      var before = count;
      add(SIGNS + sign, f.first[i]);
      if (count > before) {
        for (var j = 0; j < pairs; j++) {
          var low = Math.min(sign, paired[j]);
          var high = Math.max(sign, paired[j]);
          add(slot(0x7000001 + low * 1031 + high), f.first[i]);
        }
        if (pairs < PAIRED_SIGNS_MAX) {
          paired[pairs++] = sign;
        }
      }
    }
    for (var step = 0; step < 16; step++) {
      if ((t.layer.steps >> step & 1) != 0) {
        add(STEPS + step, from);
      }
    }
    var near = 0;
    var finding = firstFinding;
    for (var i = from; i < to; i++) {
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
      var base = PER_TOKEN * i;
      add(ofToken[base], i);
      if (i > from) {
        add(ofToken[base + 1], i);
      }
      if (i > from + 1) {
        add(ofToken[base + 2], i);
      }
      if (i > from + 2) {
        add(ofToken[base + 3], i);
      }
    }
  }
}
