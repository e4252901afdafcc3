package dev.rampart.local.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Makes failed invocations out of what processes report, or of what became of them. */
final class Failures {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Failures() {}

  /** A failure that Lambda itself reports. */
  static Invocation.Failed of(String requestId, String errorType, String message) {
    String text = "RequestId: " + requestId + " Error: " + message;
    byte[] payload =
        JSON.createObjectNode()
            .put("errorType", errorType)
            .put("errorMessage", text)
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    return new Invocation.Failed(requestId, errorType, text, payload);
  }

  /** A failure that the process reports with a document of its own. */
  static Invocation.Failed reported(String requestId, String headerType, byte[] document) {
    JsonNode error = read(document);
    String type = error.path("errorType").asText(headerType);
    return new Invocation.Failed(requestId, type, error.path("errorMessage").asText(""), document);
  }

  static Invocation.NotStarted notStarted(String headerType, byte[] document) {
    JsonNode error = read(document);
    return new Invocation.NotStarted(
        error.path("errorType").asText(headerType), error.path("errorMessage").asText(""));
  }

  private static JsonNode read(byte[] document) {
    try {
      return JSON.readTree(document);
    } catch (IOException _) {
      return JSON.createObjectNode();
    }
  }
}
