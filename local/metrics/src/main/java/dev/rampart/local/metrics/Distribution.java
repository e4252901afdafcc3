package dev.rampart.local.metrics;

import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The values of one period, as CloudWatch keeps them: count, sum, least and greatest, and, where
 * single values came, how often each. Of more than {@value #VALUES_MAX} different values, further
 * ones are counted as the nearest that is there. Not safe for use by several threads.
 */
public final class Distribution {
  static final int VALUES_MAX = 500;

  private double count;
  private double sum;
  private double minimum = Double.POSITIVE_INFINITY;
  private double maximum = Double.NEGATIVE_INFINITY;

  /** How often each value came; empty while there are not two of them. */
  private final NavigableMap<Double, Double> counts = new TreeMap<>();

  /** Whether a set of statistics came, of which the single values are not known. */
  private boolean blurred;

  /** Takes a value that came a number of times. */
  void add(double value, double times) {
    if (count > 0 && (!counts.isEmpty() || value != minimum) && !blurred) {
      if (counts.isEmpty()) {
        counts.put(minimum, count);
      }
      counts.merge(known(value), times, Double::sum);
    }
    take(times, value * times, value, value);
  }

  /**
   * Takes a set of statistics; percentiles are known afterwards only if all values are the same.
   */
  void add(StatisticSet set) {
    if (set.minimum() == set.maximum()) {
      add(set.minimum(), set.count());
      return;
    }
    blurred = true;
    counts.clear();
    take(set.count(), set.sum(), set.minimum(), set.maximum());
  }

  /** Takes all values of another period. */
  void add(Distribution other) {
    if (other.blurred) {
      add(other.set());
    } else if (other.counts.isEmpty()) {
      add(other.minimum, other.count);
    } else {
      other.counts.forEach(this::add);
    }
  }

  private void take(double times, double total, double least, double greatest) {
    count += times;
    sum += total;
    minimum = Math.min(minimum, least);
    maximum = Math.max(maximum, greatest);
  }

  /** Returns the value as which another is counted: itself if there is room. */
  private double known(double value) {
    if (counts.size() < VALUES_MAX || counts.containsKey(value)) {
      return value;
    }
    Map.Entry<Double, Double> below = counts.floorEntry(value);
    Map.Entry<Double, Double> above = counts.ceilingEntry(value);
    if (below == null || above == null) {
      return below == null ? counts.firstKey() : below.getKey();
    }
    return value - below.getKey() <= above.getKey() - value ? below.getKey() : above.getKey();
  }

  /** Returns how many different values are kept: what it takes of memory. */
  int size() {
    return 1 + counts.size();
  }

  /** Returns count, sum, least and greatest value. */
  public StatisticSet set() {
    return new StatisticSet(count, sum, minimum, maximum);
  }

  /**
   * Returns the value that a part of the values does not exceed, by the nearest rank; empty if the
   * single values are not known.
   *
   * @param percent from 0 to 100
   */
  OptionalDouble percentile(double percent) {
    if (blurred || count == 0) {
      return OptionalDouble.empty();
    }
    double rank = percent / 100 * count;
    double seen = 0;
    for (Map.Entry<Double, Double> each : counts.entrySet()) {
      seen += each.getValue();
      if (seen >= rank) {
        return OptionalDouble.of(each.getKey());
      }
    }
    return OptionalDouble.of(maximum);
  }
}
