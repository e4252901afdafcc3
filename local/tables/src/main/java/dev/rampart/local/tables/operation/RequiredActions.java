package dev.rampart.local.tables.operation;

import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.table.TableNameReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a call of DynamoDB or its streams would be authorised for. */
public final class RequiredActions {
  /** A transaction is authorised as the operations that it consists of. */
  private static final Map<String, String> TRANSACTION_PARTS =
      Map.of(
          "Get", "GetItem",
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem");

  private RequiredActions() {}

  /**
   * Returns the actions and resources of a call, each once.
   *
   * @throws dev.rampart.local.protocol.AwsError if the request does not name what it is about
   */
  public static List<AwsAction> of(String operation, Request request) {
    Stream<AwsAction> actions =
        switch (operation) {
          case "ListTables" -> Stream.of(action(operation, AwsAction.ANY));
          case "ListStreams" -> Stream.of(action(operation, streams(request)));
          case "DescribeStream", "GetShardIterator" ->
              Stream.of(action(operation, request.requiredText("StreamArn")));
          case "GetRecords" -> Stream.of(action(operation, streamOfIterator(request)));
          case "Query", "Scan" -> Stream.of(action(operation, tableOrIndex(request)));
          case "BatchGetItem", "BatchWriteItem" ->
              request.object("RequestItems").names().stream()
                  .map(table -> action(operation, arn(table)));
          case "TransactGetItems", "TransactWriteItems" ->
              request.objects("TransactItems").stream().flatMap(RequiredActions::partsOf);
          default -> Stream.of(action(operation, table(request)));
        };
    return actions.distinct().toList();
  }

  private static Stream<AwsAction> partsOf(Request element) {
    return TRANSACTION_PARTS.entrySet().stream()
        .filter(part -> element.has(part.getKey()))
        .map(part -> action(part.getValue(), table(element.object(part.getKey()))));
  }

  /** As the developer guide's permissions reference has it; a policy may also allow it on all. */
  private static String streams(Request request) {
    return request.text("TableName").map(name -> arn(name) + "/stream/*").orElse(AwsAction.ANY);
  }

  private static String streamOfIterator(Request request) {
    return ShardIterator.parse(request.requiredText("ShardIterator")).streamArn();
  }

  private static String tableOrIndex(Request request) {
    String table = table(request);
    return request.text("IndexName").map(index -> table + "/index/" + index).orElse(table);
  }

  private static String table(Request request) {
    return arn(request.requiredText("TableName"));
  }

  private static String arn(String nameOrArn) {
    return TableNameReader.tableArn(TableNameReader.tableName(nameOrArn));
  }

  private static AwsAction action(String name, String resource) {
    return new AwsAction("dynamodb:" + name, resource);
  }
}
