package dev.rampart.local.tables.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Named values: an item of a table, its key, or a map inside an item. Immutable. */
public record Item(Map<String, Value> attributes) {
  /** An item without attributes. */
  public static final Item EMPTY = new Item(Map.of());

  public Item {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** Returns one attribute; empty where the item lacks it. */
  public Optional<Value> get(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** Returns the same item with one attribute set. */
  public Item with(String name, Value value) {
    Map<String, Value> changed = new LinkedHashMap<>(attributes);
    changed.put(name, value);
    return new Item(changed);
  }

  /** Returns only the named attributes, those that exist. */
  public Item only(Iterable<String> names) {
    Map<String, Value> kept = new LinkedHashMap<>();
    for (String name : names) {
      get(name).ifPresent(value -> kept.put(name, value));
    }
    return new Item(kept);
  }

  /** Returns the size that limits and prices count, in bytes: names and values. */
  public int bytes() {
    return Sizes.of(this);
  }
}
