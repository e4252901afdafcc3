package dev.rampart.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A REST client of the API. */
public final class ApiClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration TIMEOUT = Duration.ofSeconds(40);

  private final HttpClient http;
  private final String baseUrl;

  private ApiClient(HttpClient.Builder http, String baseUrl) {
    this.http = http.version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
    this.baseUrl = baseUrl;
  }

  public ApiClient(String baseUrl) {
    this(HttpClient.newBuilder(), baseUrl);
  }

  /** A client with an address of this machine that it calls from. */
  public ApiClient(String baseUrl, InetAddress source) {
    this(HttpClient.newBuilder().localAddress(source), baseUrl);
  }

  /**
   * An answer.
   *
   * @param body missing if it is no JSON
   */
  public record Answer(int status, JsonNode body, Map<String, String> headers) {

    /** Returns the gate that refused; an empty text if none did. */
    public String gate() {
      return body.path("gate").asText();
    }

    /** Returns a header field by its name in lower case; an empty text if there is none. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** Sends a request; an empty body is none. */
  public Answer send(String method, String path, Map<String, String> headers, String body)
      throws IOException, InterruptedException {
    BodyPublisher publisher =
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .timeout(TIMEOUT)
            .method(method, publisher);
    headers.forEach(request::header);
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    Map<String, String> fields = new TreeMap<>();
    answer.headers().map().forEach((name, values) -> fields.put(name, values.getFirst()));
    return new Answer(answer.statusCode(), json(answer.body()), fields);
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
