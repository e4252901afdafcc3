package dev.rampart.local.tables.operation;

import static dev.rampart.local.tables.value.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** TransactWriteItems and TransactGetItems: all or nothing, seen at once. */
public record TransactionOperations(
    Catalog catalog, Store store, InstantSource clock, ClientTokens tokens) {
  /** The limit of DynamoDB on all items that a transaction reads or writes together. */
  private static final int BYTES_MAX = 4 * 1024 * 1024;

  public JsonNode write(Request request) {
    CapacityMeter meter = CapacityMeter.of(request, true);
    Optional<String> token = request.text("ClientRequestToken");
    List<Write> writes = request.objects("TransactItems").stream().map(this::action).toList();
    writes.forEach(Write::requireNoEmptyKey);
    requireNoRefusal(writes.stream().map(Write::schemaRefusal).toList());
    if (!Write.distinct(writes)) {
      throw notDistinct();
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
    ObjectNode answer = ResponseJson.empty();
    meter.reportAll(answer);
    ItemCollections.of(request).reportAll(answer, writes);
    return answer;
  }

  private static AwsError notDistinct() {
    return invalid("Transaction request cannot include multiple operations on one item");
  }

  /** Cancels the transaction if an action does not fit the keys of its table. */
  private static void requireNoRefusal(List<Optional<AwsError>> refusals) {
    if (refusals.stream().anyMatch(Optional::isPresent)) {
      throw cancelled(
          refusals.stream()
              .map(
                  r ->
                      r.map(TransactionOperations::invalidReason)
                          .orElseGet(TransactionOperations::noReason))
              .toList());
    }
  }

  private Write action(Request action) {
    WriteReader reader = WriteReader.ofActions(catalog);
    record Kind(String name, Function<Request, Write> reader) {}
    List<Kind> kinds =
        List.of(
            new Kind("ConditionCheck", reader::check),
            new Kind("Put", reader::put),
            new Kind("Delete", reader::delete),
            new Kind("Update", reader::update));
    List<Kind> given = kinds.stream().filter(kind -> action.has(kind.name())).toList();
    if (given.size() != 1) {
      throw invalid("TransactItems can only contain one of Check, Put, Update or Delete");
    }
    return given.getFirst().reader().apply(action.object(given.getFirst().name()));
  }

  private void commit(List<Write> writes, CapacityMeter meter) {
    List<Write.Plan> plans = writes.stream().map(Write::plan).toList();
    List<Change> changes = new ArrayList<>();
    for (Write.Plan plan : plans) {
      if (plan instanceof Write.Plan.Ready(Change change)) {
        changes.add(change);
      }
    }
    if (changes.size() < plans.size()) {
      throw cancelled(plans.stream().map(TransactionOperations::reason).toList());
    }
    requireSmall("TransactWriteItems", changes.stream().map(Change::after).toList());
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      if (writes.get(i).edit() instanceof Write.Edit.Check) {
        meter.write(change.table(), change.before(), Optional.empty());
      } else {
        change.table().apply(change, clock.instant(), false, meter);
      }
    }
  }

  private static void requireSmall(String operation, List<Optional<Item>> items) {
    if (items.stream().flatMap(Optional::stream).mapToInt(Item::bytes).sum() > BYTES_MAX) {
      throw invalid("Collection size of " + operation + " exceeds the limit of 4 MB");
    }
  }

  private static AwsError cancelled(List<ObjectNode> reasons) {
    ObjectNode members = ResponseJson.empty();
    members.putArray("CancellationReasons").addAll(reasons);
    String codes =
        reasons.stream()
            .map(reason -> reason.required("Code").asText())
            .collect(Collectors.joining(", ", "[", "]"));
    return new AwsError(
        400,
        "TransactionCanceledException",
        "Transaction cancelled, please refer cancellation reasons for specific reasons " + codes,
        members);
  }

  private static ObjectNode reason(Write.Plan plan) {
    return switch (plan) {
      case Write.Plan.Ready _ -> noReason();
      case Write.Plan.ConditionFailed(Optional<Item> shown) ->
          ResponseJson.with("Item", shown)
              .put("Code", "ConditionalCheckFailed")
              .put("Message", ResponseJson.CONDITION_FAILED);
      case Write.Plan.Invalid(AwsError refusal) -> invalidReason(refusal);
    };
  }

  private static ObjectNode noReason() {
    return ResponseJson.empty().put("Code", "None");
  }

  private static ObjectNode invalidReason(AwsError refusal) {
    return ResponseJson.empty().put("Code", "ValidationError").put("Message", refusal.getMessage());
  }

  /** A read of a transaction. */
  private record Get(Table table, Item key, Optional<Projection> projection) {

    /** Returns what is asked for of an item; empty if it has nothing of that. */
    Optional<Item> shown(Item item) {
      return projection.isEmpty()
          ? Optional.of(item)
          : projection.map(p -> p.of(item)).filter(part -> !part.attributes().isEmpty());
    }

    Optional<AwsError> schemaRefusal() {
      try {
        table.keys().requireKey(key);
        return Optional.empty();
      } catch (AwsError e) {
        return Optional.of(e);
      }
    }
  }

  public JsonNode get(Request request) {
    CapacityMeter meter = CapacityMeter.of(request, true);
    List<Get> gets = request.objects("TransactItems").stream().map(this::read).toList();
    gets.forEach(get -> get.table().keys().requireNoneEmpty(get.key()));
    requireNoRefusal(gets.stream().map(Get::schemaRefusal).toList());
    if (gets.stream().map(get -> List.of(get.table().name(), get.key())).distinct().count()
        < gets.size()) {
      throw notDistinct();
    }
    List<Optional<Item>> items =
        store.read(() -> gets.stream().map(get -> get.table().find(get.key())).toList());
    requireSmall("TransactGetItems", items);
    ObjectNode answer = ResponseJson.empty();
    ArrayNode responses = answer.putArray("Responses");
    for (int i = 0; i < gets.size(); i++) {
      Get get = gets.get(i);
      Optional<Item> item = items.get(i);
      read(get.table(), item, meter);
      Optional<Item> shown = item.flatMap(get::shown);
      shown.ifPresent(request.work()::spendOnAnswer);
      responses.add(ResponseJson.with("Item", shown));
    }
    meter.reportAll(answer);
    return answer;
  }

  private Get read(Request action) {
    Request get = action.object("Get");
    Expressions expressions = Expressions.ofAction(get, ExpressionParameters.READ);
    Optional<Projection> projection = expressions.projection();
    expressions.requireAllUsed();
    return new Get(catalog.require(get.requiredText("TableName")), get.item("Key"), projection);
  }

  private static void read(Table table, Optional<Item> item, CapacityMeter meter) {
    meter.read(table, item.map(Item::bytes).orElse(0), true);
  }
}
