package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.port.out.OperatorAddresses;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Where operators were seen, in one partition of the detection table. A visit is written if the
 * last one that was is an hour old.
 */
public final class DynamoDbOperatorAddresses implements OperatorAddresses {
  private static final Duration WRITTEN_EVERY = Duration.ofHours(1);

  private final DynamoDbClient client;
  private final String table;

  /** Remembers addresses in a table with the keys {@code pk} and {@code sk}. */
  public DynamoDbOperatorAddresses(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public void seen(IpAddress address, Instant at) {
    UpdateItemRequest request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(BlockKeys.operator(SourceRange.of(address)))
            .updateExpression("SET seenAt = :at, expiresAt = :x")
            .conditionExpression("attribute_not_exists(pk) OR seenAt < :before")
            .expressionAttributeValues(
                Map.of(
                    ":at", number(at.toEpochMilli()),
                    ":x", number(at.plus(KEPT).getEpochSecond()),
                    ":before", number(at.minus(WRITTEN_EVERY).toEpochMilli())))
            .build();
    try {
      var _ = DynamoDbCalls.call("UpdateItem", () -> client.updateItem(request));
    } catch (ConditionalCheckFailedException _) {
      // It was written less than an hour ago.
    }
  }

  @Override
  public Set<SourceRange> recent(Instant now) {
    long oldest = now.minus(KEPT).toEpochMilli();
    return new PartitionQuery(client, table, BlockKeys.OPERATORS)
        .all().stream()
            .filter(item -> item.number("seenAt") > oldest)
            .sorted(Comparator.comparingLong((StoredItem item) -> item.number("seenAt")).reversed())
            .limit(ADDRESSES_MAX)
            .map(item -> SourceRange.parse(item.text("sk")).orElseThrow())
            .collect(Collectors.toUnmodifiableSet());
  }
}
