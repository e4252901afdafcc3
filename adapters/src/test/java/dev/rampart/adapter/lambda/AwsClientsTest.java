package dev.rampart.adapter.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

final class AwsClientsTest {

  @Test
  void a_call_that_nobody_answers_ends_at_the_timeout_of_the_call() throws IOException {
    AwsClients clients = AwsClients.withCallTimeouts(Duration.ofMinutes(1), Duration.ofMillis(100));
    // Takes connections and never reads from them.
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        DynamoDbClient client = clients.build(builder(silent.getLocalPort()))) {
      assertThatExceptionOfType(ApiCallTimeoutException.class).isThrownBy(client::listTables);
    }
  }

  @Test
  void a_client_knows_the_timeouts_of_attempt_and_call() {
    AwsClients clients =
        AwsClients.withCallTimeouts(Duration.ofMillis(300), Duration.ofMillis(900));
    try (DynamoDbClient client = clients.build(builder(1))) {
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
