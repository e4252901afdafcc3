package dev.rampart.local.tables.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Named values: an item of a table, its key, or a map inside an item. Immutable. */
public final class Item {
  /** The limit of DynamoDB on the size of an item, in bytes. */
  public static final int BYTES_MAX = 400 * 1024;

  /** An item without attributes. */
  public static final Item EMPTY = new Item(Map.of());

  private static final int UNKNOWN = -1;

  private final Map<String, Value> attributes;

  /** Asked for by each index, stream and page, so counted once; a race only counts it again. */
  private int bytes = UNKNOWN;

  /** Makes an item of a copy of its attributes. */
  public Item(Map<String, Value> attributes) {
    this(new LinkedHashMap<>(attributes), UNKNOWN);
  }

  private Item(Map<String, Value> attributes, int bytes) {
    this.attributes = Collections.unmodifiableMap(attributes);
    this.bytes = bytes;
  }

  /** Makes an item of an ordered map that nobody else has, nor will change. */
  public static Item owning(Map<String, Value> attributes) {
    return new Item(attributes, UNKNOWN);
  }

  public Map<String, Value> attributes() {
    return attributes;
  }

  /** Returns one attribute; empty if the item lacks it. */
  public Optional<Value> get(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** Returns the same item with one attribute set. */
  public Item with(String name, Value value) {
    Map<String, Value> changed = new LinkedHashMap<>(attributes);
    changed.put(name, value);
    return owning(changed);
  }

  /** Returns only the named attributes, those that exist. */
  public Item only(Iterable<String> names) {
    Map<String, Value> kept = new LinkedHashMap<>();
    for (String name : names) {
      get(name).ifPresent(value -> kept.put(name, value));
    }
    return owning(kept);
  }

  /** Returns the size that limits and prices count, in bytes: names and values. */
  public int bytes() {
    if (bytes == UNKNOWN) {
      bytes = Sizes.of(this);
    }
    return bytes;
  }

  /** Returns how many values there are, at all depths. */
  public int values() {
    return Sizes.values(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Item item && attributes.equals(item.attributes);
  }

  @Override
  public int hashCode() {
    return attributes.hashCode();
  }

  @Override
  public String toString() {
    return attributes.toString();
  }
}
