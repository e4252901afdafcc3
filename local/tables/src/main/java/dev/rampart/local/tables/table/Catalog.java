package dev.rampart.local.tables.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.storage.Rows;
import dev.rampart.local.tables.storage.Store;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** All tables of one store, kept there so that they are found again. */
public final class Catalog {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Store store;
  private final InstantSource clock;
  private final Rows rows;
  private final Map<String, Table> tables = new ConcurrentSkipListMap<>();

  public Catalog(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.rows = store.rows("catalog");
    rows.visitAll(
        (_, row) -> {
          Table table = open(row);
          tables.put(table.name(), table);
          return true;
        });
  }

  /** Returns a table for an operation on its items. */
  public Table require(String nameOrArn) {
    return find(TableNameReader.tableName(nameOrArn))
        .orElseThrow(
            () -> new AwsError("ResourceNotFoundException", "Requested resource not found"));
  }

  /** Returns a table for an operation on the table itself. */
  public Table describe(String nameOrArn) {
    String name = TableNameReader.tableName(nameOrArn);
    return find(name)
        .orElseThrow(
            () ->
                new AwsError(
                    "ResourceNotFoundException",
                    "Requested resource not found: Table: " + name + " not found"));
  }

  /** Returns a table by its name. */
  public Optional<Table> find(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** Returns the tables in the order of their names. */
  public Collection<Table> all() {
    return tables.values();
  }

  public Table create(TableDefinition definition) {
    return store.write(
        () -> {
          if (tables.containsKey(definition.name())) {
            throw new AwsError(
                "ResourceInUseException", "Table already exists: " + definition.name());
          }
          Item row = row(definition, UUID.randomUUID().toString(), clock.instant());
          rows.put(key(definition.name()), row);
          Table table = open(row);
          tables.put(table.name(), table);
          return table;
        });
  }

  public void delete(Table table) {
    store.write(
        () -> {
          tables.remove(table.name());
          rows.remove(key(table.name()));
          table.drop(store);
          return table;
        });
  }

  public void setTimeToLive(Table table, Optional<String> attribute) {
    store.write(
        () -> {
          table.expiry().watch(attribute, table.items());
          save(table);
          return table;
        });
  }

  /** Gives a table another definition, which is read from the present one. */
  public void update(Table table, UnaryOperator<TableDefinition> change) {
    store.write(
        () -> {
          table.update(change.apply(table.definition()), store);
          save(table);
          return table;
        });
  }

  private void save(Table table) {
    Item row = row(table.definition(), table.id(), table.createdAt());
    rows.put(
        key(table.name()),
        table.expiry().attribute().map(name -> row.with("timeToLive", Value.of(name))).orElse(row));
  }

  private static Item row(TableDefinition definition, String id, Instant createdAt) {
    Map<String, Value> row = new LinkedHashMap<>();
    row.put("id", Value.of(id));
    row.put("createdAt", Value.of(createdAt.toEpochMilli()));
    row.put("request", Value.of(definition.request().toString()));
    return new Item(row);
  }

  private Table open(Item row) {
    Request request = new Request(parsed(text(row, "request").orElseThrow()));
    return new Table(
        TableDefinitionReader.read(request),
        text(row, "id").orElseThrow(),
        Instant.ofEpochMilli(row.get("createdAt").map(TableStream::whole).orElseThrow()),
        text(row, "timeToLive"),
        store);
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The catalog holds a broken table definition.", e);
    }
  }

  private static Optional<String> text(Item row, String name) {
    return row.get(name)
        .flatMap(v -> v instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty());
  }

  private static byte[] key(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }
}
