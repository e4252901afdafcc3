package dev.rampart.local.tables.table;

import dev.rampart.local.tables.storage.Rows;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.Value;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stream of a table: one open shard with the changes of the last 24 hours in order. */
public final class TableStream {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  /**
   * Takes the place of the newest record when it is forgotten: the next one has to be counted on
   * from it, also after a restart, or whoever keeps a position would take it for an old one.
   */
  private static final Item FORGOTTEN = Item.EMPTY;

  private final String table;
  private final String view;
  private final Instant createdAt;
  private final Rows rows;
  private long next;

  TableStream(String table, String view, Instant createdAt, Rows rows) {
    this.table = table;
    this.view = view;
    this.createdAt = createdAt;
    this.rows = rows;
    this.next = rows.lastKey().map(key -> position(key) + 1).orElse(1L);
  }

  /** A record as it is kept: the sequence number and what was written. */
  public record Entry(long position, Item row) {}

  Rows rows() {
    return rows;
  }

  public String view() {
    return view;
  }

  public String table() {
    return table;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public String label() {
    return LABEL.format(createdAt);
  }

  public String arn() {
    return TableNameReader.tableArn(table) + "/stream/" + label();
  }

  public String shardId() {
    return "shardId-%020d-%08x".formatted(createdAt.toEpochMilli(), table.hashCode());
  }

  /** Returns the position that the next record will have. */
  public long next() {
    return next;
  }

  /** Returns the position of the oldest record that is kept, or of the next one. */
  public long oldest() {
    List<Entry> first = read(0, 1, 1);
    return first.isEmpty() ? next : first.getFirst().position();
  }

  void append(Change change, Instant now, boolean expired) {
    Map<String, Value> row = new LinkedHashMap<>();
    row.put("at", Value.of(now.getEpochSecond()));
    row.put("keys", new Value.Members(change.key()));
    row.put("expired", new Value.Bool(expired));
    row.put("event", Value.of(event(change)));
    if (view.startsWith("NEW")) {
      change.after().ifPresent(item -> row.put("new", new Value.Members(item)));
    }
    if (view.contains("OLD")) {
      change.before().ifPresent(item -> row.put("old", new Value.Members(item)));
    }
    rows.put(key(next), new Item(row));
    next++;
  }

  private static String event(Change change) {
    if (change.before().isEmpty()) {
      return "INSERT";
    }
    return change.after().isEmpty() ? "REMOVE" : "MODIFY";
  }

  /**
   * Returns records from a position on, in order.
   *
   * @param max how many
   * @param bytesMax their images together, but for the last one
   */
  public List<Entry> read(long from, int max, int bytesMax) {
    List<Entry> entries = new ArrayList<>();
    long[] bytes = {0};
    rows.visit(
        new Rows.Span(key(from), key(Long.MAX_VALUE)),
        true,
        (key, row) -> {
          if (!row.equals(FORGOTTEN)) {
            entries.add(new Entry(position(key), row));
            bytes[0] += StreamRecords.bytes(row);
          }
          return entries.size() < max && bytes[0] < bytesMax;
        });
    return entries;
  }

  /** Says whether the oldest record is older than a stream keeps it. */
  public boolean trimmable(Instant now) {
    return read(0, 1, 1).stream().anyMatch(entry -> stale(entry.row(), now));
  }

  private static boolean stale(Item row, Instant now) {
    long before = now.minus(KEPT).getEpochSecond();
    return row.get("at").filter(at -> whole(at) < before).isPresent();
  }

  /** Forgets records that are older than a stream keeps them; returns how many. */
  public int trim(Instant now, int max) {
    List<byte[]> old = new ArrayList<>();
    rows.visitAll(
        (key, row) -> {
          boolean stale = row.equals(FORGOTTEN) || stale(row, now);
          if (stale) {
            old.add(key);
          }
          return stale && old.size() < max;
        });
    old.forEach(this::forget);
    return old.size();
  }

  private void forget(byte[] key) {
    if (position(key) == next - 1) {
      rows.put(key, FORGOTTEN);
    } else {
      rows.remove(key);
    }
  }

  public static long whole(Value value) {
    return value instanceof Value.Num(BigDecimal number) ? number.longValueExact() : 0;
  }

  static Optional<Item> image(Item row, String name) {
    return row.get(name)
        .flatMap(v -> v instanceof Value.Members(Item item) ? Optional.of(item) : Optional.empty());
  }

  private static byte[] key(long position) {
    return ByteBuffer.allocate(Long.BYTES).putLong(position).array();
  }

  private static long position(byte[] key) {
    return ByteBuffer.wrap(key).getLong();
  }
}
