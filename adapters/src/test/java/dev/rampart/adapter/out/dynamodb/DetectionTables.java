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
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Makes detection tables, in the local engine or at {@code -Drampart.dynamodb.endpoint=URL}, and
 * removes them again.
 */
final class DetectionTables implements AutoCloseable {
  private final @Nullable TablesServer server;
  final DynamoDbClient client;
  private final List<String> tables = new ArrayList<>();

  DetectionTables() {
    var elsewhere = Optional.ofNullable(System.getProperty("rampart.dynamodb.endpoint"));
    server = elsewhere.isPresent() ? null : start();
    var url = server == null ? URI.create(elsewhere.orElseThrow()) : server.url();
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

  /** Makes an empty table and returns its name. */
  String create() {
    var name = "detection-" + UUID.randomUUID();
    var _ =
        client.createTable(
            table ->
                table
                    .tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(text("pk"), text("sk"))
                    .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
    tables.add(name);
    try (var waiter = client.waiter()) {
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
    for (var name : tables) {
      var _ = client.deleteTable(request -> request.tableName(name));
    }
    client.close();
    if (server != null) {
      server.close();
    }
  }
}
