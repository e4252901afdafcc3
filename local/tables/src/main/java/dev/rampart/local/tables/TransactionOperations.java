package dev.rampart.local.tables;

import static dev.rampart.local.tables.value.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.tables.expression.Projection;
import dev.rampart.local.tables.storage.Store;
import dev.rampart.local.tables.value.Item;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** TransactWriteItems and TransactGetItems: all or nothing, seen at once. */
record TransactionOperations(
    Catalog catalog, Store store, InstantSource clock, ClientTokens tokens) {
  private static final int ITEMS_MAX = 100;
  private static final int BYTES_MAX = 4 * 1024 * 1024;

  JsonNode write(Request request) {
    Meter meter = Meter.of(request, true);
    Optional<String> token = request.text("ClientRequestToken");
    token.ifPresent(ClientTokens::requireValid);
    List<Write> writes = parts(request).stream().map(this::part).toList();
    if (!Write.distinct(writes)) {
      throw invalid("Transaction request cannot include multiple operations on one item");
    }
    store.write(
        () -> {
          JsonNode items = request.required("TransactItems");
          if (token.filter(t -> tokens.seen(t, items)).isPresent()) {
            writes.forEach(w -> read(w.table(), w.table().find(w.key()), meter));
          } else {
            commit(writes, meter);
            token.ifPresent(t -> tokens.remember(t, items));
          }
          return writes;
        });
    ObjectNode answer = Answers.empty();
    meter.reportAll(answer);
    return answer;
  }

  private Write part(Request part) {
    WriteReader reader = new WriteReader(catalog);
    record Kind(String name, Function<Request, Write> reader) {}
    List<Kind> kinds =
        List.of(
            new Kind("ConditionCheck", reader::check),
            new Kind("Put", reader::put),
            new Kind("Delete", reader::delete),
            new Kind("Update", reader::update));
    List<Kind> given = kinds.stream().filter(kind -> part.has(kind.name())).toList();
    if (given.size() != 1) {
      throw invalid("TransactItems can only contain one of Check, Put, Update or Delete");
    }
    return given.getFirst().reader().apply(part.object(given.getFirst().name()));
  }

  private void commit(List<Write> writes, Meter meter) {
    List<Write.Plan> plans = writes.stream().map(Write::plan).toList();
    List<Change> changes = new ArrayList<>();
    for (Write.Plan plan : plans) {
      if (plan instanceof Write.Plan.Ready(Change change)) {
        changes.add(change);
      }
    }
    if (changes.size() < plans.size()) {
      throw cancelled(plans);
    }
    int bytes = changes.stream().flatMap(c -> c.after().stream()).mapToInt(Item::bytes).sum();
    if (bytes > BYTES_MAX) {
      throw invalid("Collection size of TransactWriteItems exceeds the limit of 4 MB");
    }
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      if (writes.get(i).edit() instanceof Write.Edit.Check) {
        meter.write(change.table(), change.before(), Optional.empty());
      } else {
        change.table().apply(change, clock.instant(), false, meter);
      }
    }
  }

  private static AwsError cancelled(List<Write.Plan> plans) {
    ObjectNode members = Answers.empty();
    ArrayNode reasons = members.putArray("CancellationReasons");
    plans.forEach(plan -> reasons.add(reason(plan)));
    String codes =
        plans.stream()
            .map(plan -> reason(plan).required("Code").asText())
            .collect(Collectors.joining(", ", "[", "]"));
    return new AwsError(
        400,
        "TransactionCanceledException",
        "Transaction cancelled, please refer cancellation reasons for specific reasons " + codes,
        members);
  }

  private static ObjectNode reason(Write.Plan plan) {
    return switch (plan) {
      case Write.Plan.Ready _ -> Answers.empty().put("Code", "None");
      case Write.Plan.ConditionFailed(Optional<Item> shown) ->
          Answers.with("Item", shown)
              .put("Code", "ConditionalCheckFailed")
              .put("Message", Answers.CONDITION_FAILED);
      case Write.Plan.Invalid(AwsError refusal) ->
          Answers.empty().put("Code", "ValidationError").put("Message", refusal.getMessage());
    };
  }

  /** A read of a transaction. */
  private record Get(Table table, Item key, Optional<Projection> projection) {}

  JsonNode get(Request request) {
    Meter meter = Meter.of(request, true);
    List<Get> gets = parts(request).stream().map(part -> get(part, catalog)).toList();
    List<Optional<Item>> items =
        store.read(() -> gets.stream().map(get -> get.table().find(get.key())).toList());
    ObjectNode answer = Answers.empty();
    ArrayNode responses = answer.putArray("Responses");
    for (int i = 0; i < gets.size(); i++) {
      Get get = gets.get(i);
      Optional<Item> item = items.get(i);
      read(get.table(), item, meter);
      Optional<Item> shown =
          item.map(found -> get.projection().map(p -> p.of(found)).orElse(found));
      responses.add(Answers.with("Item", shown));
    }
    meter.reportAll(answer);
    return answer;
  }

  private static Get get(Request part, Catalog catalog) {
    Request get = part.object("Get");
    Expressions expressions = Expressions.of(get, List.of("ProjectionExpression"));
    Optional<Projection> projection = expressions.projection();
    expressions.requireAllUsed();
    Table table = catalog.require(get.requiredText("TableName"));
    return new Get(table, table.keys().requireKey(get.item("Key")), projection);
  }

  private static void read(Table table, Optional<Item> item, Meter meter) {
    meter.read(table, item.map(Item::bytes).orElse(0), true);
  }

  private static List<Request> parts(Request request) {
    request.required("TransactItems");
    List<Request> parts = request.objects("TransactItems");
    if (parts.isEmpty() || parts.size() > ITEMS_MAX) {
      throw Request.violated(
          request.required("TransactItems").toString(),
          "TransactItems",
          parts.isEmpty()
              ? "Member must have length greater than or equal to 1"
              : "Member must have length less than or equal to 100");
    }
    return parts;
  }
}
