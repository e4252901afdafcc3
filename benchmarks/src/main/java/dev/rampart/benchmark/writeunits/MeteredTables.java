package dev.rampart.benchmark.writeunits;

import dev.rampart.local.tables.TablesServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Empty tables in memory, and a client that adds up what its calls cost. */
final class MeteredTables implements AutoCloseable {
  private final TablesServer server;
  private final Meter meter = new Meter();
  private final DynamoDbClient client;

  private MeteredTables(TablesServer server) {
    this.server = server;
    this.client =
        DynamoDbClient.builder()
            .endpointOverride(server.url())
            .region(Region.EU_WEST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(more -> more.addExecutionInterceptor(meter))
            .build();
  }

  static MeteredTables start(InstantSource clock) {
    try {
      return new MeteredTables(TablesServer.start(clock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DynamoDbClient client() {
    return client;
  }

  /** Makes a table for states, and returns its name. */
  String create() {
    String name = "states-" + UUID.randomUUID();
    var _ =
        client.createTable(
            table ->
                table
                    .tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                    .attributeDefinitions(text("pk"), text("sk")));
    return name;
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  double writeUnits() {
    return meter.writeUnits;
  }

  double readUnits() {
    return meter.readUnits;
  }

  long calls() {
    return meter.calls;
  }

  /** Returns how many updates were refused; each costs one unit that no answer tells. */
  long refused() {
    return meter.refused;
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }

  /** Adds up the capacity that updates report. Anything that reads fails, since nothing should. */
  private static final class Meter implements ExecutionInterceptor {
    private double writeUnits;
    private double readUnits;
    private long calls;
    private long refused;

    @Override
    public SdkRequest modifyRequest(
        Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
      return switch (context.request()) {
        case UpdateItemRequest update ->
            update.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.INDEXES).build();
        case GetItemRequest _ -> throw new IllegalStateException("states are never read");
        case SdkRequest other -> other;
      };
    }

    @Override
    public void afterExecution(
        Context.AfterExecution context, ExecutionAttributes executionAttributes) {
      if (context.response() instanceof UpdateItemResponse answer) {
        ConsumedCapacity used = answer.consumedCapacity();
        calls++;
        writeUnits += used.capacityUnits();
        readUnits += used.readCapacityUnits() == null ? 0 : used.readCapacityUnits();
      }
    }

    @Override
    public void onExecutionFailure(
        Context.FailedExecution context, ExecutionAttributes executionAttributes) {
      if (context.exception() instanceof ConditionalCheckFailedException) {
        calls++;
        refused++;
        writeUnits++;
      }
    }
  }
}
