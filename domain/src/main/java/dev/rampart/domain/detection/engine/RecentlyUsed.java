package dev.rampart.domain.detection.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A map of bounded size that forgets what was not used for the longest time. It has a young and an
 * old generation: what is used moves to the young one; when that is full, it becomes the old one,
 * and what was left in the old one is forgotten. So the last {@code generationSize} keys used are
 * always there, and twice as many at most.
 */
final class RecentlyUsed<V> {
  private final int generationSize;
  private final Supplier<V> maker;
  private Map<String, V> young = new HashMap<>();
  private Map<String, V> old = new HashMap<>();

  RecentlyUsed(int generationSize, Supplier<V> maker) {
    this.generationSize = generationSize;
    this.maker = maker;
  }

  /** Returns the value of a key, a new one if there is none. */
  V get(String key) {
    V value = young.get(key);
    if (value != null) {
      return value;
    }
    if (young.size() >= generationSize) {
      old = young;
      young = new HashMap<>();
    }
    V known = old.remove(key);
    V used = known == null ? maker.get() : known;
    young.put(key, used);
    return used;
  }

  int size() {
    return young.size() + old.size();
  }
}
