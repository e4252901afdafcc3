package dev.rampart.local.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Calls services in AWS's JSON protocols, for many threads at once. It names who calls, in the form
 * of a signature, but signs nothing: endpoints on one's own machine read date, region, service and
 * access key and do not check further. AWS itself would refuse it.
 *
 * <p>A call is given up after 30 seconds without a connection or without the head of an answer.
 */
public final class AwsClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int DAY_CHARS = 8;

  private final HttpClient http;
  private final String region;
  private final String accessKeyId;
  private final InstantSource clock;
  private final Duration timeout;

  /** Creates a client by the clock of this machine. */
  public AwsClient(String region, String accessKeyId) {
    this(region, accessKeyId, InstantSource.system());
  }

  /**
   * Creates a client.
   *
   * @param clock dates the calls
   */
  public AwsClient(String region, String accessKeyId, InstantSource clock) {
    this(region, accessKeyId, clock, TIMEOUT);
  }

  /** For tests of what happens when nothing comes back. */
  AwsClient(String region, String accessKeyId, InstantSource clock, Duration timeout) {
    this(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build(),
        region,
        accessKeyId,
        clock,
        timeout);
  }

  private AwsClient(
      HttpClient http, String region, String accessKeyId, InstantSource clock, Duration timeout) {
    this.http = http;
    this.region = region;
    this.accessKeyId = accessKeyId;
    this.clock = clock;
    this.timeout = timeout;
  }

  /** Returns a client that calls as somebody else; each of both closes the other. */
  public AwsClient as(String otherAccessKeyId) {
    return new AwsClient(http, region, otherAccessKeyId, clock, timeout);
  }

  /** What a service refused, in its own words. */
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public Refused(String code, String message) {
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
   * @return the answer, an empty object if its body is empty
   * @throws Refused if the service says no
   * @throws IOException in one line that names the endpoint, if nobody answers there, not in time,
   *     or not in JSON
   * @throws InterruptedException if the thread was interrupted; the call may have been carried out
   */
  public JsonNode call(URI endpoint, String target, JsonNode input)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = send(endpoint, target, input);
    JsonNode body = body(endpoint, answer);
    if (answer.statusCode() != 200) {
      String type = body.path("__type").asText("status " + answer.statusCode());
      String code = type.substring(type.indexOf('#') + 1);
      throw new Refused(code, body.path("message").asText(code));
    }
    return body;
  }

  private HttpResponse<byte[]> send(URI endpoint, String target, JsonNode input)
      throws IOException, InterruptedException {
    String time = TIME.format(clock.instant());
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(timeout)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", target)
            .header("X-Amz-Date", time)
            .header("Authorization", authorization(time, target))
            .POST(BodyPublishers.ofString(input.toString()))
            .build();
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (HttpTimeoutException e) {
      throw new IOException("no answer in time from " + endpoint, e);
    } catch (IOException e) {
      throw new IOException("nobody answers at " + endpoint, e);
    }
  }

  private String authorization(String time, String target) {
    return "AWS4-HMAC-SHA256 Credential=%s/%s/%s/%s/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=%s"
        .formatted(
            accessKeyId, time.substring(0, DAY_CHARS), region, service(target), "0".repeat(64));
  }

  /** Returns what AWS calls a service in the scope of a signature. */
  private static String service(String target) {
    String prefix = target.substring(0, Math.max(target.indexOf('.'), 0));
    return switch (prefix) {
      case "DynamoDB_20120810", "DynamoDBStreams_20120810" -> "dynamodb";
      case "AmazonSQS" -> "sqs";
      case "AWSEvents" -> "events";
      case "AWSWAF_20190729" -> "wafv2";
      case "GraniteServiceVersion20100801" -> "monitoring";
      case "AWSCognitoIdentityProviderService" -> "cognito-idp";
      default -> prefix.toLowerCase(Locale.ROOT);
    };
  }

  private static JsonNode body(URI endpoint, HttpResponse<byte[]> answer) throws IOException {
    if (answer.body().length == 0) {
      return JSON.createObjectNode();
    }
    try {
      JsonNode body = JSON.readTree(answer.body());
      if (body.isObject()) {
        return body;
      }
    } catch (JsonProcessingException _) {
      // Told below, with all else that is no object.
    }
    throw new IOException("status " + answer.statusCode() + " and no JSON object from " + endpoint);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
