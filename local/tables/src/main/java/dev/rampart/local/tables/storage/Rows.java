package dev.rampart.local.tables.storage;

import dev.rampart.local.tables.value.Item;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/** One sorted map from key bytes to items. Readers see a consistent state and never wait. */
public final class Rows {
  private final MVMap<byte[], Item> map;

  Rows(MVMap<byte[], Item> map) {
    this.map = map;
  }

  /** A row that a visit meets. */
  public interface Visitor {
    /** Takes a row; returns whether to go on. */
    boolean visit(byte[] key, Item row);
  }

  /** Keys from low, included, to high, not included. */
  public record Span(byte[] low, byte[] high) {}

  /** Returns one row. */
  public Optional<Item> get(byte[] key) {
    return Optional.ofNullable(map.get(key));
  }

  /** Sets a row; only inside {@link Store#write}. */
  public void put(byte[] key, Item row) {
    map.put(key, row);
  }

  /** Removes a row, if there is one; only inside {@link Store#write}. */
  public void remove(byte[] key) {
    map.remove(key);
  }

  /** Returns how many rows there are. */
  public long size() {
    return map.sizeAsLong();
  }

  /** Returns the greatest key. */
  public Optional<byte[]> lastKey() {
    return Optional.ofNullable(map.lastKey());
  }

  /** Shows a visitor the rows of a span in ascending or descending order. */
  public void visit(Span span, boolean ascending, Visitor visitor) {
    byte[] from = ascending ? span.low : span.high;
    Cursor<byte[], Item> cursor = map.cursor(from, null, !ascending);
    while (cursor.hasNext()) {
      byte[] key = cursor.next();
      boolean belowHigh = Arrays.compareUnsigned(key, span.high) < 0;
      boolean aboveLow = Arrays.compareUnsigned(key, span.low) >= 0;
      if (ascending ? !belowHigh : !aboveLow) {
        return;
      }
      if (belowHigh && aboveLow && !visitor.visit(key, cursor.getValue())) {
        return;
      }
    }
  }

  /** Shows a visitor all rows in ascending order. */
  public void visitAll(Visitor visitor) {
    for (Map.Entry<byte[], Item> row : map.entrySet()) {
      if (!visitor.visit(row.getKey(), row.getValue())) {
        return;
      }
    }
  }

  MVMap<byte[], Item> map() {
    return map;
  }
}
