package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;

import dev.rampart.domain.common.IpVersion;
import dev.rampart.domain.port.out.UpdateGate;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The time of the last change of each set, in the detection table: one conditional write. */
public final class DynamoDbUpdateGate implements UpdateGate {
  private final DynamoDbClient client;
  private final String table;

  /** Keeps the times in a table with the keys {@code pk} and {@code sk}. */
  public DynamoDbUpdateGate(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public boolean isOpen(IpVersion version, Instant now) {
    return DynamoDbCalls.find(client, table, BlockKeys.gate(version))
        .filter(passed -> passed.number("passedAt") > now.minus(INTERVAL).toEpochMilli())
        .isEmpty();
  }

  @Override
  public boolean pass(IpVersion version, Instant now) {
    UpdateItemRequest request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(BlockKeys.gate(version))
            .updateExpression("SET passedAt = :now")
            .conditionExpression("attribute_not_exists(pk) OR passedAt <= :before")
            .expressionAttributeValues(
                Map.of(
                    ":now", number(now.toEpochMilli()),
                    ":before", number(now.minus(INTERVAL).toEpochMilli())))
            .build();
    try {
      var _ = DynamoDbCalls.call("UpdateItem", () -> client.updateItem(request));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }
}
