package dev.rampart.local.tables;

import static dev.rampart.local.tables.value.Refusals.invalid;
import static dev.rampart.local.tables.value.Refusals.invalidParameter;

import dev.rampart.local.tables.expression.ConditionExpression;
import dev.rampart.local.tables.expression.Path;
import dev.rampart.local.tables.expression.UpdateExpression;
import dev.rampart.local.tables.value.Item;
import java.util.List;
import java.util.Optional;

/** Reads the writes of single and transactional requests, which are shaped alike. */
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

  static Write put(
      Table table, Item item, Optional<ConditionExpression> condition, boolean returnOnFailure) {
    if (item.bytes() > Write.ITEM_BYTES_MAX) {
      throw invalid("Item size has exceeded the maximum allowed size");
    }
    table.keys().requireItem(item);
    table.definition().indexes().forEach(index -> index.requireItem(item));
    Item key = table.keys().keyOf(item);
    return new Write(table, key, new Write.Edit.Put(item), condition, returnOnFailure);
  }

  Write update(Request request) {
    Expressions expressions = Expressions.of(request.withoutLegacy(), UPDATE);
    Item key = request.item("Key");
    Optional<UpdateExpression> update = expressions.update();
    Optional<ConditionExpression> condition = expressions.condition("ConditionExpression");
    expressions.requireAllUsed();
    Table table = table(request);
    table.keys().requireKey(key);
    update.ifPresent(expression -> requireKeysUntouched(table, expression));
    return new Write(
        table, key, new Write.Edit.Update(update), condition, returnOnFailure(request));
  }

  Write delete(Request request) {
    return keyed(request, new Write.Edit.Delete());
  }

  Write check(Request request) {
    request.required("ConditionExpression");
    return keyed(request, new Write.Edit.Check());
  }

  private Write keyed(Request request, Write.Edit edit) {
    Expressions expressions = Expressions.of(request.withoutLegacy(), CONDITION);
    Item key = request.item("Key");
    Optional<ConditionExpression> condition = expressions.condition("ConditionExpression");
    expressions.requireAllUsed();
    Table table = table(request);
    return new Write(
        table, table.keys().requireKey(key), edit, condition, returnOnFailure(request));
  }

  private Table table(Request request) {
    return catalog.require(request.requiredText("TableName"));
  }

  private static boolean returnOnFailure(Request request) {
    return request
        .choice("ReturnValuesOnConditionCheckFailure", "NONE", ON_FAILURE)
        .equals("ALL_OLD");
  }

  private static void requireKeysUntouched(Table table, UpdateExpression update) {
    for (String key : table.keys().names()) {
      for (Path path : update.paths()) {
        if (path.head().equals(key)) {
          throw invalidParameter(
              "Cannot update attribute " + key + ". This attribute is part of the key");
        }
      }
    }
  }
}
