package dev.rampart.local.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Fresh tables over HTTP and AWS's own client, on a clock that the test moves. */
abstract class TablesTestCase {
  static final String TABLE = ThingsTable.NAME;

  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T09:00:00Z"));
  final InstantSource clock = now::get;
  TablesServer server;
  DynamoDbClient db;

  @BeforeEach
  final void start() throws IOException {
    server = TablesServer.start(clock);
    db = client(server.url());
  }

  @AfterEach
  final void stop() {
    db.close();
    server.close();
  }

  final void advance(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }

  static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
        .build();
  }

  final void createTable() {
    ThingsTable.create(db);
  }

  final void put(Object... namesAndValues) {
    db.putItem(r -> r.tableName(TABLE).item(Attributes.map(namesAndValues)));
  }

  final Map<String, AttributeValue> get(String pk, String sk) {
    return db.getItem(r -> r.tableName(TABLE).consistentRead(true).key(key(pk, sk))).item();
  }

  static Map<String, AttributeValue> key(String pk, String sk) {
    return Attributes.map("pk", Attributes.s(pk), "sk", Attributes.s(sk));
  }

  /** Expects a refusal with this code and message. */
  static void assertRefused(String code, String message, ThrowingCallable call) {
    assertThatExceptionOfType(DynamoDbException.class)
        .isThrownBy(call)
        .satisfies(
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
            });
  }

  static void assertInvalid(String message, ThrowingCallable call) {
    assertRefused("ValidationException", message, call);
  }
}
