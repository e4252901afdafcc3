package dev.rampart.local.tables.table;

import dev.rampart.local.tables.storage.Rows;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.KeyEncoder;
import java.util.Arrays;
import java.util.Optional;

/** The entries of a secondary index, ordered by its keys, then by the table's. */
public record Index(IndexDefinition definition, KeySchema tableKeys, Rows rows) {

  void apply(Change change, Table table, CapacityMeter meter) {
    Optional<Item> before = change.before().flatMap(item -> definition.entry(item, tableKeys));
    Optional<Item> after = change.after().flatMap(item -> definition.entry(item, tableKeys));
    if (before.equals(after)) {
      return;
    }
    if (before.isPresent() && after.isPresent() && sameKey(before.get(), after.get())) {
      rows.put(key(after.get()), after.get());
      meter.writeIndex(table, definition, before, after);
      return;
    }
    before.ifPresent(
        entry -> {
          rows.remove(key(entry));
          meter.writeIndex(table, definition, before, Optional.empty());
        });
    after.ifPresent(
        entry -> {
          rows.put(key(entry), entry);
          meter.writeIndex(table, definition, Optional.empty(), after);
        });
  }

  /** Adds the entries of all items of the table. */
  void fill(Rows items) {
    items.visitAll(
        (_, item) -> {
          definition.entry(item, tableKeys).ifPresent(entry -> rows.put(key(entry), entry));
          return true;
        });
  }

  private boolean sameKey(Item one, Item other) {
    return Arrays.equals(key(one), key(other));
  }

  byte[] key(Item entry) {
    KeyEncoder encoder = definition.keys().encode(new KeyEncoder(), entry);
    return tableKeys.encode(encoder, entry).bytes();
  }
}
