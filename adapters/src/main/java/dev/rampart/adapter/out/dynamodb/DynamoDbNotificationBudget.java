package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;

import dev.rampart.domain.port.out.NotificationBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** {@link NotificationBudget} in DynamoDB: one item an hour, with one conditional addition each. */
public record DynamoDbNotificationBudget(DynamoDbClient client, String table)
    implements NotificationBudget {
  private static final Duration KEPT = Duration.ofDays(1);

  @Override
  public OptionalInt take(Instant hour, int limit) {
    UpdateItemRequest addition =
        addition(hour, 1, Map.of(":limit", number(limit)))
            .conditionExpression("attribute_not_exists(taken) OR taken < :limit")
            .returnValues(ReturnValue.UPDATED_NEW)
            .build();
    try {
      StoredItem item =
          new StoredItem(
              DynamoDbCalls.call("UpdateItem", () -> client.updateItem(addition)).attributes());
      return OptionalInt.of(limit - Math.toIntExact(item.number("taken")));
    } catch (ConditionalCheckFailedException _) {
      return OptionalInt.empty();
    }
  }

  @Override
  public void giveBack(Instant hour) {
    UpdateItemRequest addition = addition(hour, -1, Map.of()).build();
    var _ = DynamoDbCalls.call("UpdateItem", () -> client.updateItem(addition));
  }

  private UpdateItemRequest.Builder addition(
      Instant hour, int number, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> values = new HashMap<>(more);
    values.put(":number", number(number));
    values.put(":x", number(hour.plus(KEPT).getEpochSecond()));
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(DetectionKeys.notifications(hour))
        .updateExpression("ADD taken :number SET expiresAt = :x")
        .expressionAttributeValues(values);
  }
}
