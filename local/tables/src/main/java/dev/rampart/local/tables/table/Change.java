package dev.rampart.local.tables.table;

import dev.rampart.local.tables.value.Item;
import java.util.Optional;

/** What happens to one item: from nothing or an item to nothing or an item. */
public record Change(Table table, Item key, Optional<Item> before, Optional<Item> after) {

  boolean changesNothing() {
    return before.equals(after);
  }
}
