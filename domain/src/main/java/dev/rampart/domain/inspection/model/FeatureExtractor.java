package dev.rampart.domain.inspection.model;

import dev.rampart.domain.inspection.Encoding;
import dev.rampart.domain.inspection.grammar.Indicator;
import dev.rampart.domain.inspection.grammar.Indicators;
import dev.rampart.domain.inspection.token.TokenBuffer;

/**
 * Turns one window of tokens into feature numbers, the indexes of {@link LearnedWeights}.
 *
 * <p><b>The model.</b> A window is a bag of features: each indicator in it, each pair of
 * indicators, each encoding that was undone, and each run of one to four tokens (n-grams) near an
 * indicator. The log odds that the window is an attack are the sum of the weights of its features:
 * logistic regression over n-grams, as spam filters have it. A feature counts once a window however
 * often it occurs, so repeating a token neither raises nor drowns a score. Without an indicator
 * there is no window, so words alone are never evidence.
 *
 * <p><b>Hashed features.</b> Indicators and encodings have slots of their own. Runs and pairs are
 * far more than could be listed, so each is hashed to one of {@link #HASHED} slots and those that
 * collide share a weight (the hashing trick: Weinberger, Dasgupta, Langford, Smola and Attenberg
 * 2009, "Feature Hashing for Large Scale Multitask Learning"). 96 Ki slots of one byte fit the
 * second-level cache. Runs of one and two tokens hash the shape too (what stands beside a quote,
 * where blanks are), longer ones only the kinds, which would be too rare otherwise. Each run length
 * is offset by a constant of its own and each place multiplied by its own odd number, so that equal
 * tokens in another order make another feature; {@link #slot} then mixes the bits (a
 * multiply-xorshift finalizer as in MurmurHash3) and scales to the table by a multiplication.
 *
 * <p><b>Windows.</b> {@link #WINDOW_TOKENS} tokens hold the attacks of the corpora whole with what
 * surrounds them; half a window's stride means that an attack of half a window is whole in one of
 * them. The strongest window of a value counts, so prose around an attack does not drown it. In a
 * window, runs count only from {@link #NEAR_BEFORE} tokens before an indicator to {@link
 * #NEAR_AFTER} behind it: further away they teach what a text is about rather than what attacks.
 *
 * <p>What a feature means is thus decided by the constants here, the token kinds, the indicators
 * and the encodings. {@link FeatureFingerprint} binds the weights to all of them.
 */
public final class FeatureExtractor {

  /** The number of slots that runs of tokens and pairs of indicators are hashed into. */
  static final int HASHED = 96 << 10;

  /** The feature of the first indicator. */
  static final int FIRST_INDICATOR = HASHED;

  /** The feature of the first encoding. */
  static final int FIRST_ENCODING = FIRST_INDICATOR + Indicator.ALL.length;

  private static final int ENCODINGS = Encoding.values().length;

  /** The number of features. */
  static final int FEATURES = FIRST_ENCODING + ENCODINGS;

  static final int WINDOW_TOKENS = 64;
  static final int STRIDE_TOKENS = 32;
  private static final int NEAR_BEFORE = 8;
  private static final int NEAR_AFTER = 12;

  /** More different indicators than this form no further pairs, which bounds the work. */
  private static final int PAIRED_MAX = 12;

  private static final int RUNS_A_TOKEN = 4;

  /** One bit a feature, set if the window has it already: a table that the cache holds whole. */
  private final long[] seen = new long[1 + (FEATURES >> 6)];

  /** The features of the last window, each once. */
  final int[] feature =
      new int
          [Indicator.ALL.length
              + ENCODINGS
              + PAIRED_MAX * (Indicator.ALL.length - 1)
              + RUNS_A_TOKEN * WINDOW_TOKENS];

  /** The number of features of the last window. */
  int count;

  private final int[] paired = new int[PAIRED_MAX];

  /** Returns the number of features of the last window. */
  public int count() {
    return count;
  }

  private static int slot(int hash) {
    int h = hash * 0x9e3779b1;
    h ^= h >>> 15;
    h *= 0x85ebca77;
    return (int) (((h & 0xffffffffL) * HASHED) >>> 32);
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
   * Collects the features of the tokens {@code from} to {@code to} (exclusive) and of the
   * indicators {@code firstFound} to {@code lastFound} (exclusive).
   */
  void collect(TokenBuffer t, int from, int to, Indicators found, int firstFound, int lastFound) {
    clear();
    indicators(found, firstFound, lastFound);
    for (int encoding = 0; encoding < ENCODINGS; encoding++) {
      if ((t.text.encodings >> encoding & 1) != 0) {
        add(FIRST_ENCODING + encoding);
      }
    }
    int near = 0;
    int next = firstFound;
    for (int i = from; i < to; i++) {
      while (next < lastFound && found.first[next] - NEAR_BEFORE <= i) {
        near = Math.max(near, found.last[next] + NEAR_AFTER);
        next++;
      }
      if (i > near) {
        if (next == lastFound) {
          break;
        }
        continue;
      }
      runs(t, from, i);
    }
  }

  /** Adds the indicators, and each pair of the first few. */
  private void indicators(Indicators found, int firstFound, int lastFound) {
    int pairs = 0;
    for (int i = firstFound; i < lastFound; i++) {
      int indicator = found.ordinal[i];
      int before = count;
      add(FIRST_INDICATOR + indicator);
      if (count > before) {
        for (int j = 0; j < pairs; j++) {
          int low = Math.min(indicator, paired[j]);
          int high = Math.max(indicator, paired[j]);
          add(slot(0x7000001 + low * 1031 + high));
        }
        if (pairs < PAIRED_MAX) {
          paired[pairs++] = indicator;
        }
      }
    }
  }

  /** Adds the runs of one to four tokens that end at {@code i} and begin in the window. */
  private void runs(TokenBuffer t, int from, int i) {
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
