package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** The write of an item that has a version in its attribute {@code ver}. */
final class ConditionalPut {
  static final String UNCHANGED = "ver = :before";
  static final String NEW = "attribute_not_exists(pk)";

  private ConditionalPut() {}

  /**
   * Writes an item over its version before, and returns whether that was there.
   *
   * @param before 0 if the item is new
   */
  static boolean put(
      DynamoDbClient client, String table, Map<String, AttributeValue> item, long before) {
    PutItemRequest.Builder request =
        PutItemRequest.builder()
            .tableName(table)
            .item(item)
            .conditionExpression(before == 0 ? NEW : UNCHANGED);
    if (before != 0) {
      request.expressionAttributeValues(Map.of(":before", number(before)));
    }
    try {
      var _ = DynamoDbCalls.call("PutItem", () -> client.putItem(request.build()));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }
}
