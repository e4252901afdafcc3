package dev.rampart.local.tables.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.request.ResponseJson;
import dev.rampart.local.tables.storage.Rows;
import dev.rampart.local.tables.table.Index;
import dev.rampart.local.tables.table.IndexDefinition;
import dev.rampart.local.tables.table.Table;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.JsonWriter;
import dev.rampart.local.tables.value.KeyEncoder;
import dev.rampart.local.tables.value.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The metrics of the item collections that a request wrote to. An item collection is all items with
 * one partition key, in a table with a local index and in those indexes.
 */
final class ItemCollections {
  private static final double GIGABYTE = 1024.0 * 1024 * 1024;

  private final boolean wanted;

  private ItemCollections(boolean wanted) {
    this.wanted = wanted;
  }

  /** Reads whether a request asks for the metrics. */
  static ItemCollections of(Request request) {
    return new ItemCollections(
        request.text("ReturnItemCollectionMetrics").filter("SIZE"::equals).isPresent());
  }

  /** Adds the metrics to the answer of an operation on one item. */
  void reportOne(ObjectNode answer, Write write) {
    if (wanted && hasLocalIndex(write.table())) {
      answer.set("ItemCollectionMetrics", metrics(write.table(), partitionKey(write)));
    }
  }

  /** Adds the metrics to the answer of an operation on several items. */
  void reportAll(ObjectNode answer, List<Write> writes) {
    if (!wanted) {
      return;
    }
    Map<Table, Set<Item>> collections = new LinkedHashMap<>();
    writes.stream()
        .filter(write -> hasLocalIndex(write.table()))
        .forEach(
            write ->
                collections
                    .computeIfAbsent(write.table(), _ -> new LinkedHashSet<>())
                    .add(partitionKey(write)));
    if (!collections.isEmpty()) {
      ObjectNode tables = answer.putObject("ItemCollectionMetrics");
      collections.forEach((table, keys) -> tables.set(table.name(), metrics(table, keys)));
    }
  }

  private static ArrayNode metrics(Table table, Collection<Item> keys) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    keys.forEach(key -> list.add(metrics(table, key)));
    return list;
  }

  private static ObjectNode metrics(Table table, Item key) {
    double lower = Math.floor(bytes(table, key) / GIGABYTE);
    ObjectNode metrics = ResponseJson.empty();
    metrics.set("ItemCollectionKey", JsonWriter.json(key));
    metrics.putArray("SizeEstimateRangeGB").add(lower).add(lower + 1);
    return metrics;
  }

  private static boolean hasLocalIndex(Table table) {
    return table.definition().indexes().stream().anyMatch(IndexDefinition::local);
  }

  private static Item partitionKey(Write write) {
    return write.key().only(List.of(write.table().keys().hash().name()));
  }

  private static double bytes(Table table, Item key) {
    Value hash = key.get(table.keys().hash().name()).orElseThrow();
    byte[] first = new KeyEncoder().add(hash).bytes();
    Rows.Span span = new Rows.Span(first, KeyEncoder.after(first));
    double bytes = bytes(table.items(), span);
    for (Index index : table.indexes()) {
      bytes += index.definition().local() ? bytes(index.rows(), span) : 0;
    }
    return bytes;
  }

  private static double bytes(Rows rows, Rows.Span span) {
    double[] bytes = {0};
    rows.visit(
        span,
        true,
        (_, row) -> {
          bytes[0] += row.bytes();
          return true;
        });
    return bytes[0];
  }
}
