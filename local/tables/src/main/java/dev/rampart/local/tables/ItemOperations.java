package dev.rampart.local.tables;

import static dev.rampart.local.tables.value.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.tables.expression.Projection;
import dev.rampart.local.tables.storage.Store;
import dev.rampart.local.tables.value.Item;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Operations on one item. */
record ItemOperations(Catalog catalog, Store store, InstantSource clock) {
  private static final List<String> RETURNS =
      List.of("ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW");

  JsonNode get(Request request) {
    Expressions expressions =
        Expressions.of(request.withoutLegacy(), List.of("ProjectionExpression"));
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
    String returns = returnsOld(request);
    Meter meter = Meter.of(request, false);
    Change change = run(new WriteReader(catalog).put(request), meter);
    return answer(change.before().filter(_ -> returns.equals("ALL_OLD")), meter);
  }

  JsonNode delete(Request request) {
    String returns = returnsOld(request);
    Meter meter = Meter.of(request, false);
    Change change = run(new WriteReader(catalog).delete(request), meter);
    return answer(change.before().filter(_ -> returns.equals("ALL_OLD")), meter);
  }

  JsonNode update(Request request) {
    String returns = request.choice("ReturnValues", "NONE", RETURNS);
    Meter meter = Meter.of(request, false);
    Write write = new WriteReader(catalog).update(request);
    Change change = run(write, meter);
    Optional<Item> shown =
        switch (returns) {
          case "ALL_OLD" -> change.before();
          case "ALL_NEW" -> change.after();
          case "UPDATED_OLD" -> updated(write, change.before());
          case "UPDATED_NEW" -> updated(write, change.after());
          default -> Optional.empty();
        };
    return answer(shown, meter);
  }

  private static Optional<Item> updated(Write write, Optional<Item> item) {
    if (write.edit() instanceof Write.Edit.Update(var expression)) {
      return expression
          .flatMap(update -> item.map(update.updated()::of))
          .filter(part -> !part.attributes().isEmpty());
    }
    return Optional.empty();
  }

  private static String returnsOld(Request request) {
    String returns = request.choice("ReturnValues", "NONE", RETURNS);
    if (!returns.equals("NONE") && !returns.equals("ALL_OLD")) {
      throw invalid("ReturnValues can only be ALL_OLD or NONE");
    }
    return returns;
  }

  private Change run(Write write, Meter meter) {
    return store.write(
        () -> {
          Change change = write.required();
          write.table().apply(change, clock.instant(), false, meter);
          return change;
        });
  }

  private static JsonNode answer(Optional<Item> attributes, Meter meter) {
    ObjectNode answer = Answers.with("Attributes", attributes);
    meter.reportOne(answer);
    return answer;
  }
}
