package dev.rampart.adapter.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

final class AwsClientsTest {

  private static final Duration CALL = Duration.ofMillis(100);

  private Instant now = Instant.parse("2026-07-01T08:00:00Z");
  private final AwsClients clients =
      AwsClients.withCallTimeouts(Duration.ofMinutes(1), CALL, () -> now);

  @Test
  void a_call_that_nobody_answers_ends_at_the_timeout_of_the_call() throws IOException {
    try (ServerSocket silent = silent();
        DynamoDbClient client = clients.build(builder(silent.getLocalPort()))) {
      assertThatExceptionOfType(ApiCallTimeoutException.class).isThrownBy(client::listTables);
    }
  }

  @Test
  void a_table_that_did_not_answer_is_left_alone_for_a_while_and_others_are_asked()
      throws IOException {
    try (ServerSocket silent = silent();
        DynamoDbClient client = clients.build(builder(silent.getLocalPort()))) {
      assertTimesOut(client, "first");
      now = now.plus(CircuitBreaker.PAUSE).minusMillis(1);
      assertThatExceptionOfType(SdkClientException.class)
          .isThrownBy(() -> scan(client, "first"))
          .withMessageContaining("left alone until 2026-07-01T08:00:05Z");
      assertTimesOut(client, "second");
      now = now.plusMillis(1);
      assertTimesOut(client, "first");
    }
  }

  @Test
  void a_service_that_refuses_is_asked_again() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    HttpServer throttling = throttling(requests);
    Duration ample = Duration.ofMinutes(1);
    try (DynamoDbClient client =
        AwsClients.withCallTimeouts(ample, ample, () -> now)
            .build(builder(throttling.getAddress().getPort()))) {
      for (int calls = 1; calls <= 2; calls++) {
        assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
            .isThrownBy(() -> scan(client, "first"));
        assertThat(requests).hasValue(3 * calls);
      }
    } finally {
      throttling.stop(0);
    }
  }

  private static void assertTimesOut(DynamoDbClient client, String table) {
    assertThatExceptionOfType(ApiCallTimeoutException.class).isThrownBy(() -> scan(client, table));
  }

  private static void scan(DynamoDbClient client, String table) {
    var _ = client.scan(scan -> scan.tableName(table));
  }

  /** Takes connections and never reads from them. */
  private static ServerSocket silent() throws IOException {
    return new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
  }

  private static HttpServer throttling(AtomicInteger requests) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] answer =
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\"}"
            .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(400, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void a_client_knows_the_timeouts_of_attempt_and_call() {
    AwsClients timed =
        AwsClients.withCallTimeouts(Duration.ofMillis(300), Duration.ofMillis(900), () -> now);
    try (DynamoDbClient client = timed.build(builder(1))) {
      assertThat(
              client.serviceClientConfiguration().overrideConfiguration().apiCallAttemptTimeout())
          .contains(Duration.ofMillis(300));
      assertThat(client.serviceClientConfiguration().overrideConfiguration().apiCallTimeout())
          .contains(Duration.ofMillis(900));
    }
  }

  @Test
  void a_client_with_timeouts_of_the_socket_has_none_of_the_call() {
    try (DynamoDbClient client = AwsClients.withSocketTimeouts().build(builder(1))) {
      assertThat(client.serviceClientConfiguration().overrideConfiguration().apiCallTimeout())
          .isEmpty();
    }
  }

  private static DynamoDbClientBuilder builder(int port) {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + port))
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")));
  }
}
