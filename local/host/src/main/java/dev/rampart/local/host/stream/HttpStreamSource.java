package dev.rampart.local.host.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** DynamoDB Streams over HTTP, AWS JSON 1.0. */
record HttpStreamSource(HttpClient http, URI endpoint, Signer signer, InstantSource clock)
    implements StreamSource {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Override
  public JsonNode call(String operation, JsonNode input) throws StreamFault, InterruptedException {
    Instant now = clock.instant();
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "DynamoDBStreams_20120810." + operation)
            .header("X-Amz-Date", TIME.format(now))
            .header("Authorization", signer.authorization(now))
            .POST(HttpRequest.BodyPublishers.ofString(input.toString()))
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      JsonNode body = JSON.readTree(response.body());
      if (response.statusCode() != 200) {
        String type = body.path("__type").asText();
        throw new StreamFault(type.substring(type.indexOf('#') + 1), body.path("message").asText());
      }
      return body;
    } catch (IOException e) {
      throw new StreamFault("", String.valueOf(e.getMessage()));
    }
  }
}
