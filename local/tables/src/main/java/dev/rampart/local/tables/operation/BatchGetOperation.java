package dev.rampart.local.tables.operation;

import static dev.rampart.local.tables.value.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.tables.expression.Projection;
import dev.rampart.local.tables.request.ExpressionParameters;
import dev.rampart.local.tables.request.Expressions;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.request.ResponseJson;
import dev.rampart.local.tables.table.CapacityMeter;
import dev.rampart.local.tables.table.Catalog;
import dev.rampart.local.tables.table.Table;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.JsonReader;
import dev.rampart.local.tables.value.JsonWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * BatchGetItem: up to 100 items and 16 MB; what does not fit is named as unprocessed, and so is
 * what comes after items of very many values.
 */
public record BatchGetOperation(Catalog catalog) {
  private static final int KEYS_MAX = 100;

  /** The limit of DynamoDB on all items of an answer. */
  public static final int BYTES_MAX = 16 * 1024 * 1024;

  /** What is asked of one table. */
  private record Part(
      String name,
      Table table,
      List<Item> keys,
      Optional<Projection> projection,
      Request request) {}

  public JsonNode get(Request request) {
    CapacityMeter meter = CapacityMeter.of(request, false);
    List<Part> parts = parts(request.object("RequestItems"));
    ObjectNode answer = ResponseJson.empty();
    ObjectNode responses = answer.putObject("Responses");
    ObjectNode unprocessed = answer.putObject("UnprocessedKeys");
    int bytes = 0;
    for (Part part : parts) {
      ArrayNode found = responses.putArray(part.name());
      for (Item key : part.keys()) {
        Optional<Item> item = part.table().find(key);
        bytes += item.map(Item::bytes).orElse(0);
        if (bytes > BYTES_MAX || request.work().fillsPage()) {
          leave(unprocessed, part, key);
        } else {
          meter.read(
              part.table(),
              item.map(Item::bytes).orElse(0),
              part.request().flag("ConsistentRead", false));
          item.map(i -> part.projection().map(p -> p.of(i)).orElse(i))
              .ifPresent(
                  i -> {
                    request.work().spendOnAnswer(i);
                    found.add(JsonWriter.json(i));
                  });
        }
      }
    }
    meter.reportAll(answer);
    return answer;
  }

  private static void leave(ObjectNode unprocessed, Part part, Item key) {
    ObjectNode left = unprocessed.withObjectProperty(part.name());
    if (left.isEmpty()) {
      part.request().json().properties().forEach(e -> left.set(e.getKey(), e.getValue()));
      left.putArray("Keys");
    }
    left.withArrayProperty("Keys").add(JsonWriter.json(key));
  }

  private List<Part> parts(Request tables) {
    List<Part> parts = new ArrayList<>();
    int keys = 0;
    for (String name : tables.names()) {
      Request request = tables.object(name);
      Part part = part(name, request);
      keys += part.keys().size();
      parts.add(part);
    }
    if (keys > KEYS_MAX) {
      throw invalid("Too many items requested for the BatchGetItem call");
    }
    return parts;
  }

  private Part part(String name, Request request) {
    Expressions expressions = Expressions.of(request, ExpressionParameters.READ);
    Optional<Projection> projection = expressions.projection();
    expressions.requireAllUsed();
    List<Item> keys =
        request.objects("Keys").stream().map(key -> JsonReader.item(key.json())).toList();
    if (new HashSet<>(keys).size() < keys.size()) {
      throw invalid("Provided list of item keys contains duplicates");
    }
    Table table = catalog.require(name);
    keys.forEach(table.keys()::requireKey);
    return new Part(name, table, keys, projection, request);
  }
}
