package dev.rampart.local.tables.table;

import dev.rampart.local.tables.storage.Rows;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.KeyEncoder;
import dev.rampart.local.tables.value.Type;
import dev.rampart.local.tables.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table's time to live: which attribute holds it, and the keys of the items in order of expiry.
 */
public final class Expiry {
  // AWS leaves items alone whose time lies further back, lest a wrong unit empties a table.
  private static final Duration PAST_MAX = Duration.ofDays(5 * 365);

  private final KeySchema keys;
  private final Rows rows;
  private volatile Optional<String> attribute;

  Expiry(KeySchema keys, Rows rows, Optional<String> attribute) {
    this.keys = keys;
    this.rows = rows;
    this.attribute = attribute;
  }

  Rows rows() {
    return rows;
  }

  public Optional<String> attribute() {
    return attribute;
  }

  /** Begins to watch an attribute, over the items that are there already, or stops. */
  void watch(Optional<String> name, Rows items) {
    List<byte[]> old = new ArrayList<>();
    rows.visitAll((key, _) -> old.add(key));
    old.forEach(rows::remove);
    attribute = name;
    items.visitAll(
        (_, item) -> {
          add(item);
          return true;
        });
  }

  void apply(Change change) {
    change.before().flatMap(this::key).ifPresent(rows::remove);
    change.after().ifPresent(this::add);
  }

  /** Returns the keys of at most {@code max} items that have expired. */
  public List<Item> expired(Instant now, int max) {
    List<Item> expired = new ArrayList<>();
    byte[] low = new KeyEncoder().add(Value.of(now.minus(PAST_MAX).getEpochSecond())).bytes();
    byte[] high = new KeyEncoder().add(Value.of(now.getEpochSecond())).bytes();
    rows.visit(
        new Rows.Span(low, high),
        true,
        (_, key) -> {
          expired.add(key);
          return expired.size() < max;
        });
    return expired;
  }

  private void add(Item item) {
    key(item).ifPresent(key -> rows.put(key, keys.keyOf(item)));
  }

  private Optional<byte[]> key(Item item) {
    return attribute
        .flatMap(item::get)
        .filter(value -> value.type() == Type.N)
        .map(value -> keys.encode(new KeyEncoder().add(value), item).bytes());
  }
}
