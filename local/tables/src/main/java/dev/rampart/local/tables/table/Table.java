package dev.rampart.local.tables.table;

import dev.rampart.local.tables.storage.Rows;
import dev.rampart.local.tables.storage.Store;
import dev.rampart.local.tables.value.Item;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A table with its rows. All that changes rows runs inside a write of the store. */
public final class Table {
  private volatile TableDefinition definition;
  private final String id;
  private final Instant createdAt;
  private final Rows items;
  private volatile List<Index> indexes;
  private final Optional<TableStream> stream;
  private final Expiry expiry;

  Table(
      TableDefinition definition,
      String id,
      Instant createdAt,
      Optional<String> timeToLive,
      Store store) {
    this.definition = definition;
    this.id = id;
    this.createdAt = createdAt;
    this.items = store.rows("items/" + id);
    this.indexes = definition.indexes().stream().map(index -> open(index, store)).toList();
    this.stream =
        definition
            .streamView()
            .map(
                view ->
                    new TableStream(
                        definition.name(), view, createdAt, store.rows("stream/" + id)));
    this.expiry = new Expiry(definition.keys(), store.rows("expiry/" + id), timeToLive);
  }

  private Index open(IndexDefinition index, Store store) {
    return new Index(index, keys(), store.rows("index/" + id + "/" + index.name()));
  }

  /**
   * Gives the table another definition; inside a write. Fills new indexes before they can be read,
   * and drops old ones when they no longer can.
   */
  void update(TableDefinition updated, Store store) {
    List<IndexDefinition> before = definition.indexes();
    List<Index> current = indexes;
    List<Index> kept =
        current.stream().filter(i -> updated.indexes().contains(i.definition())).toList();
    List<Index> added =
        updated.indexes().stream()
            .filter(index -> !before.contains(index))
            .map(index -> open(index, store))
            .toList();
    added.forEach(index -> index.fill(items));
    definition = updated;
    indexes = Stream.concat(kept.stream(), added.stream()).toList();
    current.stream().filter(index -> !kept.contains(index)).forEach(i -> store.drop(i.rows()));
  }

  public TableDefinition definition() {
    return definition;
  }

  public String name() {
    return definition.name();
  }

  public KeySchema keys() {
    return definition.keys();
  }

  String id() {
    return id;
  }

  Instant createdAt() {
    return createdAt;
  }

  public Rows items() {
    return items;
  }

  public List<Index> indexes() {
    return indexes;
  }

  public Optional<TableStream> stream() {
    return stream;
  }

  public Expiry expiry() {
    return expiry;
  }

  public Optional<Item> find(Item key) {
    return items.get(keys().encode(key));
  }

  /** Carries a change out on the rows, the indexes and the stream, and meters it. */
  public void apply(Change change, Instant now, boolean expired, CapacityMeter meter) {
    byte[] key = keys().encode(change.key());
    change.after().ifPresentOrElse(item -> items.put(key, item), () -> items.remove(key));
    meter.write(this, change.before(), change.after());
    for (Index index : indexes) {
      index.apply(change, this, meter);
    }
    expiry.apply(change);
    if (!change.changesNothing()) {
      stream.ifPresent(s -> s.append(change, now, expired));
    }
  }

  void drop(Store store) {
    store.drop(items);
    indexes.forEach(index -> store.drop(index.rows()));
    stream.ifPresent(s -> store.drop(s.rows()));
    store.drop(expiry.rows());
  }
}
