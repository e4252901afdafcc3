package dev.rampart.local.host.async;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What Lambda sends to the destination of failures. The members are those of the page "Capturing
 * records of Lambda asynchronous invocations".
 */
final class FailureRecord {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VERSION = "$LATEST";

  private FailureRecord() {}

  /**
   * Describes an event that is given up.
   *
   * @param condition {@code RetriesExhausted} or {@code EventAgeExceeded}
   */
  static String of(
      AsyncEvent event, String condition, InvocationResult.Failure failure, Instant now) {
    ObjectNode document = JSON.createObjectNode();
    document.put("version", "1.0");
    document.put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
    document
        .putObject("requestContext")
        .put("requestId", event.id())
        .put("functionArn", event.functionArn())
        .put("condition", condition)
        .put("approximateInvokeCount", event.failures());
    document.set("requestPayload", payload(event));
    if (event.failures() > 0) {
      document
          .putObject("responseContext")
          .put("statusCode", 200)
          .put("executedVersion", VERSION)
          .put("functionError", "Unhandled");
      document
          .putObject("responsePayload")
          .put("errorType", failure.errorType())
          .put("errorMessage", failure.reason());
    }
    return document.toString();
  }

  private static JsonNode payload(AsyncEvent event) {
    try {
      return JSON.readTree(event.payload());
    } catch (IOException _) {
      return JSON.getNodeFactory().textNode(new String(event.payload(), StandardCharsets.UTF_8));
    }
  }
}
