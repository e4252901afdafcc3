package dev.rampart.benchmark.detection.peer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Buckets that leak one drop at a time and overflow when they hold more than their capacity; one
 * that overflows or is empty is thrown away.
 */
final class LeakyBuckets {

  private static final class Bucket {
    private double level;
    private long atMillis;
    private final Set<String> seen = new HashSet<>();
  }

  private final int capacity;
  private final double leakMillis;
  private final Map<String, Bucket> buckets = new HashMap<>();

  /** Takes how many drops fit in, and how long it takes until one has leaked. */
  LeakyBuckets(int capacity, double leakMillis) {
    this.capacity = capacity;
    this.leakMillis = leakMillis;
  }

  /** Pours one drop; returns whether the bucket overflows. */
  boolean pour(String key, long atMillis) {
    return add(bucket(key, atMillis), key);
  }

  /** Pours one drop unless the bucket has seen this value; returns whether it overflows. */
  boolean pourDistinct(String key, String value, long atMillis) {
    Bucket bucket = bucket(key, atMillis);
    return bucket.seen.add(value) && add(bucket, key);
  }

  private Bucket bucket(String key, long atMillis) {
    Bucket bucket = buckets.computeIfAbsent(key, _ -> new Bucket());
    long elapsed = Math.max(0, atMillis - bucket.atMillis);
    bucket.level = Math.max(0, bucket.level - elapsed / leakMillis);
    bucket.atMillis = Math.max(bucket.atMillis, atMillis);
    if (bucket.level == 0) {
      bucket.seen.clear();
    }
    return bucket;
  }

  private boolean add(Bucket bucket, String key) {
    bucket.level++;
    boolean overflows = bucket.level > capacity;
    if (overflows) {
      buckets.remove(key);
    }
    return overflows;
  }
}
