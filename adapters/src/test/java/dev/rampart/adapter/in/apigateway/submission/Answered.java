package dev.rampart.adapter.in.apigateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.adapter.in.apigateway.router.RequestLogLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** An answer as the gateway gets it. */
public record Answered(JsonNode proxy, RequestLogLine line) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public static Answered of(byte[] reply, RequestLogLine line) {
    try {
      return new Answered(MAPPER.readTree(reply), line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int status() {
    return proxy.path("statusCode").asInt();
  }

  public String header(String name) {
    return proxy.path("headers").path(name).asText();
  }

  public String text() {
    return proxy.path("body").asText();
  }

  public JsonNode body() {
    try {
      return MAPPER.readTree(text());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String id() {
    return body().path("id").asText();
  }

  /** The name of the problem, after checking that the document is a whole one. */
  public String problem() {
    JsonNode body = body();
    assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(body.path("status").asInt()).isEqualTo(status());
    assertThat(body.path("instance").asText()).startsWith("urn:rampart:request:");
    assertThat(body.path("title").asText()).isNotBlank();
    assertThat(body.path("detail").asText()).isNotBlank();
    assertThat(body.path("gate").asText()).isNotBlank();
    return body.path("type").asText().replace("urn:rampart:problem:", "");
  }

  public String gate() {
    return body().path("gate").asText();
  }

  /** Each fault as pointer and code. */
  public List<String> faults() {
    return body()
        .path("errors")
        .valueStream()
        .map(fault -> fault.path("pointer").asText() + " " + fault.path("code").asText())
        .toList();
  }
}
