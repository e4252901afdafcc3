package dev.rampart.local.firewall.statement;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts requests by key in a window that slides in steps of ten seconds. Memory is bounded: the
 * key that was used longest ago is forgotten when there are too many.
 */
final class RateCounter {
  /** As many groups a rule limits on AWS (AWS WAF Developer Guide, "Rate-based rule caveats"). */
  static final int KEYS_MAX = 10_000;

  /** AWS WAF looks at the rates about that often. */
  private static final int STEP_SECONDS = 10;

  /** The counts of one key, a step each, in a ring. */
  private static final class Ring {
    private final int[] counts;
    private long last = Long.MIN_VALUE;

    private Ring(int steps) {
      this.counts = new int[steps];
    }

    private int add(long step) {
      if (last == Long.MIN_VALUE || step - last >= counts.length) {
        Arrays.fill(counts, 0);
        last = step;
      }
      while (last < step) {
        last++;
        counts[slot(last)] = 0;
      }
      // A clock that went back a little: the request counts now.
      counts[slot(last)]++;
      int sum = 0;
      for (int count : counts) {
        sum += count;
      }
      return sum;
    }

    private int slot(long step) {
      return Math.floorMod(step, counts.length);
    }
  }

  private final int steps;
  private final Map<String, Ring> rings =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ring> eldest) {
          return size() > KEYS_MAX;
        }
      };

  RateCounter(int windowSeconds) {
    this.steps = windowSeconds / STEP_SECONDS;
  }

  /** Counts a request; returns how many the window has of its key, with this one. */
  synchronized int add(String key, Instant now) {
    return rings
        .computeIfAbsent(key, _ -> new Ring(steps))
        .add(Math.floorDiv(now.getEpochSecond(), STEP_SECONDS));
  }

  synchronized int keys() {
    return rings.size();
  }
}
