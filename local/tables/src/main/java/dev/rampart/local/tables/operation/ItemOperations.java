package dev.rampart.local.tables.operation;

import static dev.rampart.local.tables.value.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.tables.expression.Projection;
import dev.rampart.local.tables.request.ExpressionParameters;
import dev.rampart.local.tables.request.Expressions;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.request.ResponseJson;
import dev.rampart.local.tables.storage.Store;
import dev.rampart.local.tables.table.CapacityMeter;
import dev.rampart.local.tables.table.Catalog;
import dev.rampart.local.tables.table.Change;
import dev.rampart.local.tables.table.Table;
import dev.rampart.local.tables.value.Item;
import java.time.InstantSource;
import java.util.Optional;

/** Operations on one item. */
public record ItemOperations(Catalog catalog, Store store, InstantSource clock) {
  public JsonNode get(Request request) {
    Expressions expressions = Expressions.of(request, ExpressionParameters.READ);
    CapacityMeter meter = CapacityMeter.of(request, false);
    Item key = request.item("Key");
    Optional<Projection> projection = expressions.projection();
    expressions.requireAllUsed();
    Table table = catalog.require(request.requiredText("TableName"));
    Optional<Item> item = table.find(table.keys().requireKey(key));
    meter.read(table, item.map(Item::bytes).orElse(0), request.flag("ConsistentRead", false));
    ObjectNode answer =
        ResponseJson.with("Item", item.map(i -> projection.map(p -> p.of(i)).orElse(i)));
    meter.reportOne(answer);
    return answer;
  }

  public JsonNode put(Request request) {
    return replace(request, WriteReader.ofRequests(catalog).put(request));
  }

  public JsonNode delete(Request request) {
    return replace(request, WriteReader.ofRequests(catalog).delete(request));
  }

  private JsonNode replace(Request request, Write write) {
    String returns = request.text("ReturnValues").orElse("NONE");
    if (!returns.equals("NONE") && !returns.equals("ALL_OLD")) {
      throw invalid("ReturnValues can only be ALL_OLD or NONE");
    }
    CapacityMeter meter = CapacityMeter.of(request, false);
    Change change = run(write, meter);
    Optional<Item> shown = change.before().filter(_ -> returns.equals("ALL_OLD"));
    return answer(request, write, shown, meter);
  }

  public JsonNode update(Request request) {
    String returns = request.text("ReturnValues").orElse("NONE");
    CapacityMeter meter = CapacityMeter.of(request, false);
    Write write = WriteReader.ofRequests(catalog).update(request);
    Change change = run(write, meter);
    Optional<Item> shown =
        switch (returns) {
          case "ALL_OLD" -> change.before();
          case "ALL_NEW" -> change.after();
          case "UPDATED_OLD" -> updated(write, change.before());
          case "UPDATED_NEW" -> updated(write, change.after());
          default -> Optional.empty();
        };
    return answer(request, write, shown, meter);
  }

  private static Optional<Item> updated(Write write, Optional<Item> item) {
    if (write.edit() instanceof Write.Edit.Update(var expression)) {
      return expression
          .flatMap(update -> item.map(update.updated()::of))
          .filter(part -> !part.attributes().isEmpty());
    }
    return Optional.empty();
  }

  private Change run(Write write, CapacityMeter meter) {
    return store.write(
        () -> {
          Change change = write.required();
          write.table().apply(change, clock.instant(), false, meter);
          return change;
        });
  }

  private static JsonNode answer(
      Request request, Write write, Optional<Item> attributes, CapacityMeter meter) {
    ObjectNode answer = ResponseJson.with("Attributes", attributes);
    meter.reportOne(answer);
    ItemCollections.of(request).reportOne(answer, write);
    return answer;
  }
}
