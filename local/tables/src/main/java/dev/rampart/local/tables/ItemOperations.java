package dev.rampart.local.tables;

import static dev.rampart.local.tables.value.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.tables.expression.Projection;
import dev.rampart.local.tables.storage.Store;
import dev.rampart.local.tables.value.Item;
import java.time.InstantSource;
import java.util.Optional;

/** Operations on one item. */
record ItemOperations(Catalog catalog, Store store, InstantSource clock) {
  JsonNode get(Request request) {
    Expressions expressions = Expressions.of(request, ExpressionParameters.READ);
    Meter meter = Meter.of(request, false);
    Item key = request.item("Key");
    Optional<Projection> projection = expressions.projection();
    expressions.requireAllUsed();
    Table table = catalog.require(request.requiredText("TableName"));
    Optional<Item> item = table.find(table.keys().requireKey(key));
    meter.read(table, item.map(Item::bytes).orElse(0), request.flag("ConsistentRead", false));
    ObjectNode answer = Answers.with("Item", item.map(i -> projection.map(p -> p.of(i)).orElse(i)));
    meter.reportOne(answer);
    return answer;
  }

  JsonNode put(Request request) {
    return replace(request, WriteReader.ofRequests(catalog).put(request));
  }

  JsonNode delete(Request request) {
    return replace(request, WriteReader.ofRequests(catalog).delete(request));
  }

  private JsonNode replace(Request request, Write write) {
    String returns = request.text("ReturnValues").orElse("NONE");
    if (!returns.equals("NONE") && !returns.equals("ALL_OLD")) {
      throw invalid("ReturnValues can only be ALL_OLD or NONE");
    }
    Meter meter = Meter.of(request, false);
    Change change = run(write, meter);
    Optional<Item> shown = change.before().filter(_ -> returns.equals("ALL_OLD"));
    return answer(request, write, shown, meter);
  }

  JsonNode update(Request request) {
    String returns = request.text("ReturnValues").orElse("NONE");
    Meter meter = Meter.of(request, false);
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

  private Change run(Write write, Meter meter) {
    return store.write(
        () -> {
          Change change = write.required();
          write.table().apply(change, clock.instant(), false, meter);
          return change;
        });
  }

  private static JsonNode answer(
      Request request, Write write, Optional<Item> attributes, Meter meter) {
    ObjectNode answer = Answers.with("Attributes", attributes);
    meter.reportOne(answer);
    ItemCollections.of(request).reportOne(answer, write);
    return answer;
  }
}
