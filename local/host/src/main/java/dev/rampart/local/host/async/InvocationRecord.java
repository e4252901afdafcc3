package dev.rampart.local.host.async;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.host.mapping.DestinationSender;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What Lambda sends to a destination. The members are those of the page "Capturing records of
 * Lambda asynchronous invocations".
 */
record InvocationRecord(DestinationSender.Outcome outcome, ObjectNode document) {
  /**
   * How deep a payload can be nested: in the event of a bus the record is around it, and around
   * that the event; whoever parses those has Jackson's own limit.
   */
  private static final int DEPTH_MAX = StreamReadConstraints.DEFAULT_MAX_DEPTH - 2;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                  .build())
          .build();

  private static final String VERSION = "$LATEST";
  private static final String ANSWER = "responsePayload";

  /** The parts of a function's ARN before a version or an alias. */
  private static final int ARN_PARTS = 7;

  /** Describes an event that the function handled. */
  static InvocationRecord handled(AsyncEvent event, byte[] answer, Instant now) {
    ObjectNode document = begin(event, "Success", event.failures() + 1, now);
    document.putObject("responseContext").put("statusCode", 200).put("executedVersion", VERSION);
    document.set(ANSWER, parsed(answer));
    return new InvocationRecord(DestinationSender.Outcome.SUCCESS, document);
  }

  /**
   * Describes an event that is given up.
   *
   * @param condition {@code RetriesExhausted}, {@code EventAgeExceeded} or {@code
   *     ZeroReservedConcurrency}
   */
  static InvocationRecord givenUp(
      AsyncEvent event, String condition, InvocationResult.Failure failure, Instant now) {
    ObjectNode document = begin(event, condition, event.failures(), now);
    if (event.failures() > 0) {
      document
          .putObject("responseContext")
          .put("statusCode", 200)
          .put("executedVersion", VERSION)
          .put("functionError", "Unhandled");
      document
          .putObject(ANSWER)
          .put("errorType", failure.errorType())
          .put("errorMessage", failure.reason());
    }
    return new InvocationRecord(DestinationSender.Outcome.FAILURE, document);
  }

  private static ObjectNode begin(
      AsyncEvent event, String condition, int invocations, Instant now) {
    ObjectNode document = JSON.createObjectNode();
    document.put("version", "1.0");
    document.put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
    document
        .putObject("requestContext")
        .put("requestId", event.id())
        .put("functionArn", qualified(event.functionArn()))
        .put("condition", condition)
        .put("approximateInvokeCount", invocations);
    document.set("requestPayload", parsed(event.payload()));
    return document;
  }

  private static String qualified(String functionArn) {
    return functionArn.split(":", -1).length > ARN_PARTS
        ? functionArn
        : functionArn + ":" + VERSION;
  }

  /** Returns a payload; one that is no JSON, or could not be read in a record, as its text. */
  private static JsonNode parsed(byte[] payload) {
    try {
      JsonNode document = JSON.readTree(payload);
      return document.isMissingNode() ? JSON.nullNode() : document;
    } catch (IOException _) {
      return JSON.getNodeFactory().textNode(new String(payload, StandardCharsets.UTF_8));
    }
  }

  /** Returns the document; without request and answer if it would else be longer. */
  String text(long bytesMax) {
    String whole = document.toString();
    if (whole.getBytes(StandardCharsets.UTF_8).length <= bytesMax) {
      return whole;
    }
    ObjectNode rest = document.deepCopy();
    rest.remove("requestPayload");
    rest.remove(ANSWER);
    return rest.toString();
  }
}
