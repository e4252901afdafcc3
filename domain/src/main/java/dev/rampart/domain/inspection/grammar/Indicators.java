package dev.rampart.domain.inspection.grammar;

import java.util.Arrays;

/**
 * The indicators found in one decoded text, with the tokens that each spans. A mutable buffer of
 * parallel arrays that is used again for text after text.
 */
public final class Indicators {

  /** The ordinal of each indicator. */
  public int[] ordinal = new int[64];

  /** The first token of each. */
  public int[] first = new int[64];

  /** The last token of each. */
  public int[] last = new int[64];

  /** The number of indicators. */
  public int count;

  void clear() {
    count = 0;
  }

  /** Returns the indicator {@code i}. */
  public Indicator at(int i) {
    return Indicator.ALL[ordinal[i]];
  }

  /** Adds an indicator that spans the tokens {@code from} to {@code to} (inclusive). */
  void add(Indicator indicator, int from, int to) {
    if (count == ordinal.length) {
      ordinal = Arrays.copyOf(ordinal, 2 * count);
      first = Arrays.copyOf(first, 2 * count);
      last = Arrays.copyOf(last, 2 * count);
    }
    ordinal[count] = indicator.ordinal();
    first[count] = from;
    last[count] = Math.max(from, to);
    count++;
  }

  /** Adds the indicator if the condition holds. */
  void addIf(boolean condition, Indicator indicator, int from, int to) {
    if (condition) {
      add(indicator, from, to);
    }
  }
}
