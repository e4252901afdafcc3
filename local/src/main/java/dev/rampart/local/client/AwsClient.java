package dev.rampart.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Calls services in AWS's JSON protocols. It names who calls but signs nothing: the stand-ins do
 * not look at signatures.
 */
public final class AwsClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final String authorization;

  public AwsClient(String region, String accessKeyId) {
    authorization =
        "AWS4-HMAC-SHA256 Credential="
            + accessKeyId
            + "/20260101/"
            + region
            + "/local/aws4_request, SignedHeaders=host, Signature=0";
  }

  /** What a service refused. */
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;

    Refused(String code, String message) {
      super(message);
      this.code = code;
    }

    /** Returns the service's own error code, without its namespace. */
    public String code() {
      return code;
    }
  }

  /**
   * Makes a call.
   *
   * @param target prefix and operation, as in {@code X-Amz-Target}
   * @throws Refused where the service says no
   * @throws IOException where it does not answer
   */
  public JsonNode call(URI endpoint, String target, JsonNode input)
      throws IOException, InterruptedException {
    HttpResponse<String> answer;
    try {
      answer =
          http.send(
              HttpRequest.newBuilder(endpoint)
                  .timeout(TIMEOUT)
                  .header("Content-Type", "application/x-amz-json-1.0")
                  .header("X-Amz-Target", target)
                  .header("Authorization", authorization)
                  .POST(HttpRequest.BodyPublishers.ofString(input.toString()))
                  .build(),
              BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IOException("nobody answers at " + endpoint, e);
    }
    JsonNode body = JSON.readTree(answer.body());
    if (answer.statusCode() != 200) {
      String type = body.path("__type").asText("status " + answer.statusCode());
      String code = type.substring(type.indexOf('#') + 1);
      throw new Refused(code, body.path("message").asText(code));
    }
    return body;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
