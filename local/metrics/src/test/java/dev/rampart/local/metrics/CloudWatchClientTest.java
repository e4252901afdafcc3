package dev.rampart.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.protocol.AwsServer;
import dev.rampart.local.protocol.CborService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** Metrics as AWS's own client for Java reads them: in CBOR. */
final class CloudWatchClientTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

  private final MetricStore metrics = new MetricStore(() -> NOON);
  private AwsServer server;
  private CloudWatchClient client;

  @BeforeEach
  void start() throws IOException {
    CloudWatchJson json =
        new CloudWatchJson(metrics, new Bands(metrics, List.of()), OtherOperations.NONE);
    server = AwsServer.start(0, List.of(json, new CborService(json, CloudWatchJson.NAME)));
    client =
        CloudWatchClient.builder()
            .endpointOverride(server.url())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    metrics.accept(MetricStoreTest.line(NOON, "[1.0, 5.0]"));
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static MetricDataQuery sums(String statistic) {
    Dimension service = Dimension.builder().name("service").value("api").build();
    Metric refused =
        Metric.builder().namespace("Rampart").metricName("Refused").dimensions(service).build();
    return MetricDataQuery.builder()
        .id("sums")
        .metricStat(MetricStat.builder().metric(refused).period(60).stat(statistic).build())
        .build();
  }

  @Test
  void values_and_their_times_are_read() {
    MetricDataResult result =
        client
            .getMetricData(
                ask ->
                    ask.startTime(NOON.minus(Duration.ofMinutes(5)))
                        .endTime(NOON.plus(Duration.ofMinutes(1)))
                        .metricDataQueries(sums("Sum")))
            .metricDataResults()
            .getFirst();
    assertThat(result.values()).containsExactly(6.0);
    assertThat(result.timestamps()).containsExactly(NOON);
  }

  @Test
  void a_refusal_says_what_is_wrong() {
    assertThatThrownBy(
            () ->
                client.getMetricData(
                    ask -> ask.startTime(NOON).endTime(NOON).metricDataQueries(sums("Sum"))))
        .isInstanceOf(software.amazon.awssdk.services.cloudwatch.model.CloudWatchException.class)
        .hasMessageContaining("StartTime");
  }

  @Test
  void what_is_no_cbor_is_refused() throws Exception {
    URI operation =
        server.url().resolve("/service/" + CloudWatchJson.NAME + "/operation/ListMetrics");
    HttpRequest request =
        HttpRequest.newBuilder(operation)
            .header("smithy-protocol", "rpc-v2-cbor")
            .POST(BodyPublishers.ofByteArray(new byte[] {(byte) 0xbf, 0x61}))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/cbor");
      assertThat(new String(answer.body(), StandardCharsets.UTF_8))
          .contains("SerializationException");
    }
  }
}
