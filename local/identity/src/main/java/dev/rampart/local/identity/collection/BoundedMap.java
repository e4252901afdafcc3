package dev.rampart.local.identity.collection;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map of limited size. A new entry that does not fit takes the place of the one that was not used
 * for the longest time. Not safe for use by several threads.
 *
 * <p>It limits the number of entries only. Whoever fills it limits the size of each entry, and so
 * the bytes that all of them take.
 */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;
  private static final int CAPACITY = 16;
  private static final float LOAD_FACTOR = 0.75f;

  private final int entriesMax;

  /** Creates an empty map that never has more than so many entries. */
  public BoundedMap(int entriesMax) {
    super(CAPACITY, LOAD_FACTOR, true);
    this.entriesMax = entriesMax;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > entriesMax;
  }
}
