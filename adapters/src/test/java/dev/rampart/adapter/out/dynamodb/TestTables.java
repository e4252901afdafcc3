package dev.rampart.adapter.out.dynamodb;

import dev.rampart.local.tables.TablesServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/**
 * Makes tables, in the local engine or at {@code -Drampart.dynamodb.endpoint=URL}, and removes them
 * again.
 */
final class TestTables implements AutoCloseable {
  private final @Nullable TablesServer server;
  final DynamoDbClient client;
  private final List<String> tables = new ArrayList<>();

  TestTables() {
    Optional<String> elsewhere =
        Optional.ofNullable(System.getProperty("rampart.dynamodb.endpoint"));
    server = elsewhere.isPresent() ? null : start();
    URI url = server == null ? URI.create(elsewhere.orElseThrow()) : server.url();
    client =
        DynamoDbClient.builder()
            .endpointOverride(url)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  private static TablesServer start() {
    try {
      return TablesServer.start(() -> Instant.parse("2026-11-24T12:00:00Z"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes an empty table without indexes and returns its name. */
  String createPlain() {
    return create(table -> table.attributeDefinitions(text("pk"), text("sk")));
  }

  /** Makes an empty table for counts of requests and returns its name. */
  String createCounts() {
    return create(
        table -> table.keySchema(key("pk", KeyType.HASH)).attributeDefinitions(text("pk")));
  }

  /** Makes an empty table for detection and returns its name. */
  String createDetection() {
    return create(
        table ->
            table
                .attributeDefinitions(
                    text("pk"),
                    text("sk"),
                    text("listed"),
                    text("openedKey"),
                    text("subjectKey"),
                    text("watched"),
                    AttributeDefinition.builder()
                        .attributeName("dueAt")
                        .attributeType(ScalarAttributeType.N)
                        .build())
                .globalSecondaryIndexes(
                    index("Findings", "listed", "openedKey"),
                    index("FindingsBySubject", "subjectKey", "openedKey"),
                    index("FindingsDue", "watched", "dueAt")));
  }

  private static GlobalSecondaryIndex index(String name, String hash, String range) {
    return index(name, ProjectionType.ALL)
        .keySchema(key(hash, KeyType.HASH), key(range, KeyType.RANGE))
        .build();
  }

  /** Makes an empty table for submissions and returns its name. */
  String createSubmissions() {
    return create(
        table ->
            table
                .attributeDefinitions(
                    text("pk"), text("sk"), text("receivedKey"), text("queue"), text("id"))
                .localSecondaryIndexes(
                    LocalSecondaryIndex.builder()
                        .indexName("ByReceived")
                        .keySchema(key("pk", KeyType.HASH), key("receivedKey", KeyType.RANGE))
                        .projection(whole -> whole.projectionType(ProjectionType.ALL))
                        .build())
                .globalSecondaryIndexes(
                    List.of(
                        index("ReviewQueue", "queue", "receivedKey"),
                        index("ById", ProjectionType.KEYS_ONLY)
                            .keySchema(key("id", KeyType.HASH))
                            .build())));
  }

  private static GlobalSecondaryIndex.Builder index(String name, ProjectionType projected) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .projection(projection -> projection.projectionType(projected));
  }

  private String create(Consumer<CreateTableRequest.Builder> more) {
    String name = "test-" + UUID.randomUUID();
    var _ =
        client.createTable(
            table ->
                table
                    .tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                    .applyMutation(more));
    tables.add(name);
    try (DynamoDbWaiter waiter = client.waiter()) {
      var _ = waiter.waitUntilTableExists(request -> request.tableName(name));
    }
    return name;
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  @Override
  public void close() {
    for (String name : tables) {
      var _ = client.deleteTable(request -> request.tableName(name));
    }
    client.close();
    if (server != null) {
      server.close();
    }
  }
}
