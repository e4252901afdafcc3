package dev.rampart.adapter.out.dynamodb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

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
    return DynamoDbCalls.query(
        client, request(sortKey, wanted), wanted, item -> Optional.of(item).filter(passes));
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
