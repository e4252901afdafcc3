package dev.rampart.benchmark.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

/**
 * Sends requests one after the other to a running instance, through gateway, function process and
 * tables, and prints the times of the warm ones. Arguments: instance file, access token.
 */
public final class ApiLatency {
  /** The stage lets ten requests for the health through in a second. */
  private static final Load HEALTH = new Load(100, 200, 110);

  private static final Load SUBMISSIONS = new Load(500, 1_000, 0);
  private static final String BODY =
      """
      {"title": "The roof leaks", "description": "Since Monday.", "category": "bug",
       "contactEmail": "ann@example.com"}
      """;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String baseUrl;
  private final String apiKey;
  private final String token;

  private ApiLatency(JsonNode instance, String token) {
    this.baseUrl = instance.path("baseUrl").asText();
    this.apiKey = instance.path("apiKey").asText();
    this.token = token;
  }

  /**
   * Measures.
   *
   * @throws IllegalStateException if an answer is not the one that is measured
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    ApiLatency latency = of(args[0], args[1]);
    latency.print("GET /v1/health", latency.measure(HEALTH, latency::health));
    latency.print("POST /v1/submissions", latency.measure(SUBMISSIONS, latency::submit));
    latency.close();
  }

  static ApiLatency of(String instanceFile, String token) throws IOException {
    return new ApiLatency(
        JsonMapper.builder().build().readTree(Files.readString(Path.of(instanceFile))), token);
  }

  void close() {
    http.close();
  }

  /** How many requests are sent, and how long after one the next is. */
  private record Load(int warmUp, int measured, long pauseMillis) {}

  private interface Request {
    void send() throws IOException, InterruptedException;
  }

  private double[] measure(Load load, Request request) throws IOException, InterruptedException {
    for (int i = 0; i < load.warmUp(); i++) {
      Thread.sleep(load.pauseMillis());
      request.send();
    }
    double[] millis = new double[load.measured()];
    for (int i = 0; i < load.measured(); i++) {
      Thread.sleep(load.pauseMillis());
      long start = System.nanoTime();
      request.send();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis;
  }

  private void print(String name, double[] millis) {
    System.out.printf(
        "%-22s median %6.2f ms   p90 %6.2f ms   p99 %6.2f ms   (%d requests, one at a time)%n",
        name,
        millis[millis.length / 2],
        millis[millis.length * 9 / 10],
        millis[millis.length * 99 / 100],
        millis.length);
  }

  private void health() throws IOException, InterruptedException {
    expect(200, HttpRequest.newBuilder(URI.create(baseUrl + "/v1/health")).build());
  }

  void submit() throws IOException, InterruptedException {
    expect(
        201,
        HttpRequest.newBuilder(URI.create(baseUrl + "/v1/submissions"))
            .header("Authorization", "Bearer " + token)
            .header("x-api-key", apiKey)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
            .POST(HttpRequest.BodyPublishers.ofString(BODY))
            .build());
  }

  private void expect(int status, HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
    }
  }
}
