package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;
import static dev.rampart.adapter.out.dynamodb.Attributes.text;

import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.AllowedSource;
import dev.rampart.domain.port.out.AllowListStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The allow list in one partition of the detection table. */
public final class DynamoDbAllowListStore implements AllowListStore {
  private final DynamoDbClient client;
  private final String table;

  /** Keeps the list in a table with the keys {@code pk} and {@code sk}. */
  public DynamoDbAllowListStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public List<AllowedSource> all() {
    return new PartitionQuery(client, table, BlockKeys.ALLOWED)
        .all().stream().map(DynamoDbAllowListStore::read).toList();
  }

  @Override
  public Optional<AllowedSource> find(SourceRange source) {
    return DynamoDbCalls.find(client, table, BlockKeys.allowed(source))
        .map(DynamoDbAllowListStore::read);
  }

  @Override
  public boolean save(AllowedSource entry) {
    Map<String, AttributeValue> item = new HashMap<>(BlockKeys.allowed(entry.source()));
    item.put("why", text(entry.reason()));
    item.put("by", text(entry.principal()));
    item.put("since", number(entry.since().toEpochMilli()));
    item.put("ver", number(entry.version()));
    return ConditionalPut.put(client, table, item, entry.version() - 1);
  }

  @Override
  public boolean remove(AllowedSource entry) {
    try {
      var _ =
          DynamoDbCalls.call(
              "DeleteItem",
              () ->
                  client.deleteItem(
                      request ->
                          request
                              .tableName(table)
                              .key(BlockKeys.allowed(entry.source()))
                              .conditionExpression(ConditionalPut.UNCHANGED)
                              .expressionAttributeValues(
                                  Map.of(":before", number(entry.version())))));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  private static AllowedSource read(StoredItem item) {
    return new AllowedSource(
        SourceRange.parse(item.text("sk")).orElseThrow(),
        item.text("why"),
        item.text("by"),
        Instant.ofEpochMilli(item.number("since")),
        item.number("ver"));
  }
}
