package dev.rampart.local.tables.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.tables.expression.KeyCondition;
import dev.rampart.local.tables.request.ExpressionParameters;
import dev.rampart.local.tables.request.Expressions;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.table.Catalog;
import dev.rampart.local.tables.table.TableNameReader;
import dev.rampart.local.tables.value.JsonWriter;
import dev.rampart.local.tables.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The condition keys of a call (Amazon DynamoDB Developer Guide, "Using IAM policy conditions for
 * fine-grained access control"): {@code dynamodb:LeadingKeys} has the partition keys that a call
 * names, the others what stands in the request.
 */
public record ConditionKeys(Catalog catalog) {
  private static final List<String> MEMBERS =
      List.of("Select", "ReturnValues", "ReturnConsumedCapacity");
  private static final List<String> PARTS =
      List.of("Get", "Put", "Update", "Delete", "ConditionCheck");

  /**
   * Returns the actions of a call with their condition keys.
   *
   * @throws dev.rampart.local.protocol.AwsError if the request is not well-formed
   */
  public List<AwsAction> in(String operation, Request request, List<AwsAction> actions) {
    Map<String, List<String>> keys = leadingKeys(operation, request);
    return actions.stream()
        .map(
            action ->
                action.with(
                    context(
                        operation,
                        request,
                        keys.getOrDefault(tableArn(action.resource()), List.of()))))
        .toList();
  }

  private static Map<String, List<String>> context(
      String operation, Request request, List<String> keys) {
    Map<String, List<String>> context = new HashMap<>();
    if (!keys.isEmpty()) {
      context.put("dynamodb:LeadingKeys", keys.stream().distinct().toList());
    }
    for (String member : MEMBERS) {
      request.text(member).ifPresent(text -> context.put("dynamodb:" + member, List.of(text)));
    }
    if (operation.startsWith("Transact")) {
      context.put("dynamodb:EnclosingOperation", List.of(operation));
    }
    return context;
  }

  /** Returns the table of an ARN of its own or of one of its indexes. */
  private static String tableArn(String resource) {
    int inside = resource.indexOf('/', resource.indexOf('/') + 1);
    return inside < 0 ? resource : resource.substring(0, inside);
  }

  private Map<String, List<String>> leadingKeys(String operation, Request request) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    switch (operation) {
      case "GetItem", "PutItem", "UpdateItem", "DeleteItem" -> add(keys, request);
      case "Query" -> queried(keys, request);
      case "BatchGetItem", "BatchWriteItem" -> batched(keys, request.object("RequestItems"));
      case "TransactGetItems", "TransactWriteItems" ->
          request.objects("TransactItems").stream()
              .flatMap(
                  element -> PARTS.stream().flatMap(part -> element.optionalObject(part).stream()))
              .forEach(part -> add(keys, part));
      default -> {
        // It names no item.
      }
    }
    return keys;
  }

  private void add(Map<String, List<String>> keys, Request part) {
    String table = part.requiredText("TableName");
    Stream.of("Key", "Item")
        .flatMap(member -> part.member(member).stream())
        .forEach(item -> add(keys, table, item));
  }

  private void batched(Map<String, List<String>> keys, Request tables) {
    for (String table : tables.names()) {
      JsonNode ofTable = tables.required(table);
      ofTable.path("Keys").forEach(key -> add(keys, table, key));
      for (JsonNode write : ofTable) {
        add(keys, table, write.path("PutRequest").path("Item"));
        add(keys, table, write.path("DeleteRequest").path("Key"));
      }
    }
  }

  private void add(Map<String, List<String>> keys, String table, JsonNode item) {
    String name = TableNameReader.tableName(table);
    catalog
        .find(name)
        .ifPresent(
            found ->
                item.path(found.keys().hash().name())
                    .forEach(value -> put(keys, name, value.asText())));
  }

  private void queried(Map<String, List<String>> keys, Request request) {
    String name = TableNameReader.tableName(request.requiredText("TableName"));
    if (catalog.find(name).isEmpty()) {
      return;
    }
    String hash = ReadTarget.of(request, catalog).keys().hash().name();
    Expressions.of(request, ExpressionParameters.QUERY)
        .keyCondition()
        .map(condition -> condition.ranges().get(hash))
        .ifPresent(
            range -> {
              if (range instanceof KeyCondition.Range.Equal(Value value)) {
                put(keys, name, text(value));
              }
            });
  }

  private static void put(Map<String, List<String>> keys, String table, String value) {
    keys.computeIfAbsent(TableNameReader.tableArn(table), _ -> new ArrayList<>()).add(value);
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Num(var number) -> number.toPlainString();
      default -> JsonWriter.json(value).elements().next().asText();
    };
  }
}
