package dev.rampart.local.tables.operation;

import static dev.rampart.local.tables.value.Refusals.invalid;

import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.storage.Rows;
import dev.rampart.local.tables.table.Catalog;
import dev.rampart.local.tables.table.Index;
import dev.rampart.local.tables.table.KeySchema;
import dev.rampart.local.tables.table.Table;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.KeyEncoder;
import dev.rampart.local.tables.value.Value;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What a query or scan reads: a table, or one of its indexes. */
record ReadTarget(Table table, Optional<Index> index) {

  public static ReadTarget of(Request request, Catalog catalog) {
    Table table = catalog.require(request.requiredText("TableName"));
    Optional<String> name = request.text("IndexName");
    Optional<Index> index =
        name.flatMap(
            n -> table.indexes().stream().filter(i -> i.definition().name().equals(n)).findFirst());
    if (name.isPresent() && index.isEmpty()) {
      throw invalid("The table does not have the specified index: " + name.get());
    }
    return new ReadTarget(table, index);
  }

  boolean isGlobal() {
    return index.filter(i -> !i.definition().local()).isPresent();
  }

  Rows rows() {
    return index.map(Index::rows).orElseGet(table::items);
  }

  KeySchema keys() {
    return index.map(i -> i.definition().keys()).orElseGet(table::keys);
  }

  /** Returns the attributes of a start key: those of the table and of the index. */
  Set<String> startKeyNames() {
    Set<String> names = new LinkedHashSet<>(table.keys().names());
    names.addAll(keys().names());
    return names;
  }

  /** Refuses an empty value for a key attribute, as the table or the index does. */
  void requireNotEmpty(KeySchema.Attribute key, Value value) {
    index.ifPresentOrElse(
        i -> i.definition().requireNotEmpty(key, value),
        () -> KeySchema.requireNotEmpty(key, value));
  }

  /** Returns where a start key lies among the rows. */
  byte[] position(Item startKey) {
    KeyEncoder encoder = keys().encode(new KeyEncoder(), startKey);
    return index.isPresent() ? table.keys().encode(encoder, startKey).bytes() : encoder.bytes();
  }

  /** Refuses a start key that is not one of this target. */
  Item requireStartKey(Item startKey) {
    boolean fits =
        startKey.attributes().keySet().equals(startKeyNames())
            && table.keys().fits(startKey)
            && keys().fits(startKey);
    if (!fits) {
      throw invalid("The provided starting key is invalid");
    }
    return startKey;
  }
}
