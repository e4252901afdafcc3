package dev.rampart.local.tables.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.value.Item;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts the capacity units of one request as AWS bills them: writes in steps of 1 KB of the larger
 * of the old and the new item, reads in steps of 4 KB, half for eventually consistent ones, double
 * in transactions, each index for itself.
 */
public final class CapacityMeter {
  private static final int WRITE_BYTES = 1024;
  private static final int READ_BYTES = 4096;

  private final String mode;
  private final boolean transaction;
  private final Map<String, Units> tables = new LinkedHashMap<>();

  CapacityMeter(String mode, boolean transaction) {
    this.mode = mode;
    this.transaction = transaction;
  }

  /** Reads how a request wants to hear of its units. */
  public static CapacityMeter of(Request request, boolean transaction) {
    return new CapacityMeter(request.text("ReturnConsumedCapacity").orElse("NONE"), transaction);
  }

  public static CapacityMeter silent() {
    return new CapacityMeter("NONE", false);
  }

  private static final class Units {
    private double table;
    private final Map<String, Double> local = new TreeMap<>();
    private final Map<String, Double> global = new TreeMap<>();
    private double read;
    private double written;

    private Map<String, Double> of(IndexDefinition index) {
      return index.local() ? local : global;
    }
  }

  public void write(Table table, Optional<Item> before, Optional<Item> after) {
    double units = writeUnits(before, after);
    Units used = units(table);
    used.table += units;
    used.written += units;
  }

  void writeIndex(Table table, IndexDefinition index, Optional<Item> before, Optional<Item> after) {
    double units = writeUnits(before, after);
    Units used = units(table);
    used.of(index).merge(index.name(), units, Double::sum);
    used.written += units;
  }

  /** Counts one read of so many bytes from the table. */
  public void read(Table table, int bytes, boolean consistent) {
    double units = readUnits(bytes, consistent);
    Units used = units(table);
    used.table += units;
    used.read += units;
  }

  /** Counts one read of so many bytes from an index. */
  public void readIndex(Table table, IndexDefinition index, int bytes, boolean consistent) {
    double units = readUnits(bytes, consistent);
    Units used = units(table);
    used.of(index).merge(index.name(), units, Double::sum);
    used.read += units;
  }

  private double writeUnits(Optional<Item> before, Optional<Item> after) {
    int bytes = Math.max(bytes(before), bytes(after));
    return steps(bytes, WRITE_BYTES) * (transaction ? 2 : 1);
  }

  private double readUnits(int bytes, boolean consistent) {
    double steps = steps(bytes, READ_BYTES);
    return transaction ? steps * 2 : consistent ? steps : steps / 2;
  }

  private static double steps(int bytes, int step) {
    return Math.max(1, Math.ceilDiv(bytes, step));
  }

  private static int bytes(Optional<Item> item) {
    return item.map(Item::bytes).orElse(0);
  }

  private Units units(Table table) {
    return tables.computeIfAbsent(table.name(), _ -> new Units());
  }

  /** Adds the units to the answer of an operation on one table. */
  public void reportOne(ObjectNode answer) {
    if (!mode.equals("NONE")) {
      tables.forEach((name, units) -> answer.set("ConsumedCapacity", json(name, units)));
    }
  }

  /** Adds the units to the answer of an operation on several tables. */
  public void reportAll(ObjectNode answer) {
    if (!mode.equals("NONE")) {
      ArrayNode all = answer.putArray("ConsumedCapacity");
      tables.forEach((name, units) -> all.add(json(name, units)));
    }
  }

  private ObjectNode json(String table, Units units) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("TableName", table);
    json.put("CapacityUnits", units.read + units.written);
    if (transaction && units.read > 0) {
      json.put("ReadCapacityUnits", units.read);
    }
    if (transaction && units.written > 0) {
      json.put("WriteCapacityUnits", units.written);
    }
    if (mode.equals("INDEXES")) {
      json.putObject("Table").put("CapacityUnits", units.table);
      indexes(json, "LocalSecondaryIndexes", units.local);
      indexes(json, "GlobalSecondaryIndexes", units.global);
    }
    return json;
  }

  private static void indexes(ObjectNode json, String member, Map<String, Double> units) {
    if (!units.isEmpty()) {
      ObjectNode all = json.putObject(member);
      units.forEach((name, used) -> all.putObject(name).put("CapacityUnits", used));
    }
  }
}
