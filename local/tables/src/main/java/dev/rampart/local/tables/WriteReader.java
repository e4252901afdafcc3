package dev.rampart.local.tables;

import static dev.rampart.local.tables.value.Refusals.invalid;

import dev.rampart.local.tables.expression.ConditionExpression;
import dev.rampart.local.tables.expression.UpdateExpression;
import dev.rampart.local.tables.value.Item;
import java.util.List;
import java.util.Optional;

/** Reads the writes of single, batched and transactional requests, which are shaped alike. */
record WriteReader(Catalog catalog) {
  private static final List<String> CONDITION = List.of("ConditionExpression");
  private static final List<String> UPDATE = List.of("UpdateExpression", "ConditionExpression");
  private static final List<String> ON_FAILURE = List.of("ALL_OLD", "NONE");

  Write put(Request request) {
    Expressions expressions = Expressions.of(request.withoutLegacy(), CONDITION);
    Item item = request.item("Item");
    Optional<ConditionExpression> condition = expressions.condition("ConditionExpression");
    expressions.requireAllUsed();
    return put(table(request), item, condition, returnOnFailure(request));
  }

  Write update(Request request) {
    Expressions expressions = Expressions.of(request.withoutLegacy(), UPDATE);
    Item key = request.item("Key");
    Optional<UpdateExpression> update = expressions.update();
    Optional<ConditionExpression> condition = expressions.condition("ConditionExpression");
    expressions.requireAllUsed();
    return new Write(
        table(request), key, new Write.Edit.Update(update), condition, returnOnFailure(request));
  }

  Write delete(Request request) {
    return keyed(request, new Write.Edit.Delete());
  }

  Write check(Request request) {
    request.required("ConditionExpression");
    return keyed(request, new Write.Edit.Check());
  }

  /** Reads a put or delete of a batch, which has no condition. */
  static Write batched(Table table, Request request) {
    if (request.has("PutRequest") == request.has("DeleteRequest")) {
      throw invalid(
          "Supplied AttributeValue has more than one datatypes set, must contain exactly one of"
              + " the supported datatypes");
    }
    if (request.has("PutRequest")) {
      return put(table, request.object("PutRequest").item("Item"), Optional.empty(), false);
    }
    Item key = request.object("DeleteRequest").item("Key");
    return new Write(table, key, new Write.Edit.Delete(), Optional.empty(), false);
  }

  private static Write put(
      Table table, Item item, Optional<ConditionExpression> condition, boolean returnOnFailure) {
    if (item.bytes() > Write.ITEM_BYTES_MAX) {
      throw invalid("Item size has exceeded the maximum allowed size");
    }
    Item key = table.keys().keyOf(item);
    return new Write(table, key, new Write.Edit.Put(item), condition, returnOnFailure);
  }

  private Write keyed(Request request, Write.Edit edit) {
    Expressions expressions = Expressions.of(request.withoutLegacy(), CONDITION);
    Item key = request.item("Key");
    Optional<ConditionExpression> condition = expressions.condition("ConditionExpression");
    expressions.requireAllUsed();
    return new Write(table(request), key, edit, condition, returnOnFailure(request));
  }

  private Table table(Request request) {
    return catalog.require(request.requiredText("TableName"));
  }

  private static boolean returnOnFailure(Request request) {
    return request
        .choice("ReturnValuesOnConditionCheckFailure", "NONE", ON_FAILURE)
        .equals("ALL_OLD");
  }
}
