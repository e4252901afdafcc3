package dev.rampart.local.tables;

import dev.rampart.local.tables.operation.ClientTokens;
import dev.rampart.local.tables.storage.Store;
import dev.rampart.local.tables.table.CapacityMeter;
import dev.rampart.local.tables.table.Catalog;
import dev.rampart.local.tables.table.Change;
import dev.rampart.local.tables.table.Table;
import dev.rampart.local.tables.value.Item;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Removes what has expired: items past their time to live, stream records, tokens. */
record Sweeper(Catalog catalog, Store store, InstantSource clock, ClientTokens tokens) {
  private static final int BATCH = 100;

  /** Removes all that has expired by now; returns the number of items. */
  int sweep() {
    Instant now = clock.instant();
    int removed = 0;
    for (Table table : catalog.all()) {
      int batch;
      do {
        batch = sweep(table, now);
        removed += batch;
      } while (batch == BATCH);
      trim(table, now);
    }
    if (!tokens.stale(now).isEmpty()) {
      store.write(() -> tokens.forget(now));
    }
    return removed;
  }

  private int sweep(Table table, Instant now) {
    if (table.expiry().expired(now, 1).isEmpty()) {
      return 0;
    }
    return store.write(
        () -> {
          List<Item> keys = table.expiry().expired(now, BATCH);
          for (Item key : keys) {
            Change change = new Change(table, key, table.find(key), Optional.empty());
            table.apply(change, now, true, CapacityMeter.silent());
          }
          return keys.size();
        });
  }

  private void trim(Table table, Instant now) {
    table.stream()
        .filter(stream -> stream.trimmable(now))
        .ifPresent(stream -> store.write(() -> stream.trim(now, 10 * BATCH)));
  }
}
