package dev.rampart.local.tables.operation;

import static dev.rampart.local.tables.value.Refusals.invalid;

import dev.rampart.local.tables.expression.ConditionExpression;
import dev.rampart.local.tables.expression.UpdateExpression;
import dev.rampart.local.tables.request.ExpressionParameters;
import dev.rampart.local.tables.request.Expressions;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.table.Catalog;
import dev.rampart.local.tables.table.Table;
import dev.rampart.local.tables.value.Item;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads the writes of single, batched and transactional requests, which are shaped alike.
 *
 * @param expressions prepares to read the expressions of a request
 */
record WriteReader(
    Catalog catalog, BiFunction<Request, ExpressionParameters, Expressions> expressions) {

  /** Reads requests that are one write. */
  static WriteReader ofRequests(Catalog catalog) {
    return new WriteReader(catalog, Expressions::of);
  }

  /** Reads the actions of a transaction. */
  static WriteReader ofActions(Catalog catalog) {
    return new WriteReader(catalog, Expressions::ofAction);
  }

  Write put(Request request) {
    Expressions read = expressions.apply(request, ExpressionParameters.WRITE);
    Item item = request.item("Item");
    Optional<ConditionExpression> condition = read.condition("ConditionExpression");
    read.requireAllUsed();
    return put(table(request), item, condition, returnOnFailure(request));
  }

  Write update(Request request) {
    Expressions read = expressions.apply(request, ExpressionParameters.UPDATE);
    Item key = request.item("Key");
    Optional<UpdateExpression> update = read.update();
    Optional<ConditionExpression> condition = read.condition("ConditionExpression");
    read.requireAllUsed();
    return new Write(
        table(request), key, new Write.Edit.Update(update), condition, returnOnFailure(request));
  }

  Write delete(Request request) {
    return keyed(request, new Write.Edit.Delete());
  }

  Write check(Request request) {
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
    if (item.bytes() > Item.BYTES_MAX) {
      throw invalid("Item size has exceeded the maximum allowed size");
    }
    Item key = table.keys().keyOf(item);
    return new Write(table, key, new Write.Edit.Put(item), condition, returnOnFailure);
  }

  private Write keyed(Request request, Write.Edit edit) {
    Expressions read = expressions.apply(request, ExpressionParameters.WRITE);
    Item key = request.item("Key");
    Optional<ConditionExpression> condition = read.condition("ConditionExpression");
    read.requireAllUsed();
    return new Write(table(request), key, edit, condition, returnOnFailure(request));
  }

  private Table table(Request request) {
    return catalog.require(request.requiredText("TableName"));
  }

  private static boolean returnOnFailure(Request request) {
    return request
        .text("ReturnValuesOnConditionCheckFailure")
        .filter("ALL_OLD"::equals)
        .isPresent();
  }
}
