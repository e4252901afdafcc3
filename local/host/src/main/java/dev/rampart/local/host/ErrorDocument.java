package dev.rampart.local.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;

/** What a process reports as its failure: a document with a type and a message, perhaps neither. */
record ErrorDocument(String errorType, String errorMessage) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Reads the document of a process.
   *
   * @param headerType the type if the document has none
   */
  static ErrorDocument read(String headerType, byte[] document) {
    JsonNode error = tree(document);
    return new ErrorDocument(
        error.path("errorType").asText(headerType), error.path("errorMessage").asText(""));
  }

  /** Makes the one that Lambda itself reports. */
  static ErrorDocument ofLambda(String requestId, String errorType, String message) {
    return new ErrorDocument(errorType, "RequestId: " + requestId + " Error: " + message);
  }

  private static JsonNode tree(byte[] document) {
    try {
      return JSON.readTree(document);
    } catch (IOException _) {
      return JSON.createObjectNode();
    }
  }

  InvocationResult.FunctionError failed() {
    return new InvocationResult.FunctionError(errorType, errorMessage);
  }

  InvocationResult.NotStarted notStarted() {
    return new InvocationResult.NotStarted(errorType, errorMessage);
  }
}
