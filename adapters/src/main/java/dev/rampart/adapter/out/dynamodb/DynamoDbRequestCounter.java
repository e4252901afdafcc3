package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.RequestCounter;
import dev.rampart.domain.ratelimit.RequestWindow;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Requests counted in DynamoDB: one item for each window, which the table removes by itself some
 * time after the window has ended.
 *
 * @param client makes the calls
 * @param table has the partition key {@code pk} alone
 */
public record DynamoDbRequestCounter(DynamoDbClient client, String table)
    implements RequestCounter {
  /** Every request waits for its count, so it is not waited for long, nor tried again for long. */
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private static final String COUNT = "requests";

  @Override
  public long add(RequestWindow window) {
    UpdateItemRequest request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(Map.of("pk", AttributeValue.fromS(key(window))))
            .updateExpression("ADD " + COUNT + " :one SET expiresAt = :end")
            .expressionAttributeValues(
                Map.of(
                    ":one", AttributeValue.fromN("1"), ":end", AttributeValue.fromN(end(window))))
            .returnValues(ReturnValue.UPDATED_NEW)
            .overrideConfiguration(call -> call.apiCallTimeout(TIMEOUT))
            .build();
    return Optional.ofNullable(
            DynamoDbCalls.call("UpdateItem", () -> client.updateItem(request))
                .attributes()
                .get(COUNT))
        .map(count -> Long.parseLong(count.n()))
        .orElseThrow(() -> new PortUnavailable("UpdateItem: an answer without the count"));
  }

  private static String key(RequestWindow window) {
    String kind = window.requester().kind().name();
    return "RATE#" + kind + "#" + window.requester().key() + "#" + end(window);
  }

  private static String end(RequestWindow window) {
    return Long.toString(window.end().getEpochSecond());
  }
}
