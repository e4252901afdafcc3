package dev.rampart.adapter.out.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Reads the items of one partition in the order of their sort keys, as they are by now. */
record PartitionQuery(DynamoDbClient client, String table, String partition) {
  /** Returns all items, page by page. */
  List<StoredItem> all() {
    return after(Optional.empty(), Integer.MAX_VALUE, _ -> true);
  }

  /**
   * Returns the first items behind a sort key that pass, as many as wanted or as there are.
   *
   * @param wanted at least 1
   */
  List<StoredItem> after(Optional<String> sortKey, int wanted, Predicate<StoredItem> passes) {
    List<StoredItem> found = new ArrayList<>();
    QueryRequest next = request(sortKey, wanted);
    while (true) {
      QueryRequest request = next;
      QueryResponse answer = DynamoDbCalls.call("Query", () -> client.query(request));
      answer.items().stream()
          .map(StoredItem::new)
          .filter(passes)
          .limit(wanted - (long) found.size())
          .forEach(found::add);
      if (found.size() >= wanted || !answer.hasLastEvaluatedKey()) {
        return found;
      }
      next = request.toBuilder().exclusiveStartKey(answer.lastEvaluatedKey()).build();
    }
  }

  private QueryRequest request(Optional<String> sortKey, int wanted) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":pk", Attributes.text(partition));
    sortKey.ifPresent(after -> values.put(":after", Attributes.text(after)));
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression(sortKey.isPresent() ? "pk = :pk AND sk > :after" : "pk = :pk")
            .expressionAttributeValues(values);
    return wanted == Integer.MAX_VALUE ? request.build() : request.limit(wanted).build();
  }
}
