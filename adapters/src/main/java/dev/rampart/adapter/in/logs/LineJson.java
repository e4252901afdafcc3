package dev.rampart.adapter.in.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.domain.detection.rejection.RejectionReason;

/** What the text of a log line is, read strictly. */
sealed interface LineJson {
  /**
   * Most bytes of a record, in UTF-8. AWS WAF writes the headers, which are 10 KB at most, and no
   * body; our own lines are shorter.
   */
  int BYTES_MAX = 64 * 1024;

  ObjectMapper LENIENT = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  // A member that stands twice is how a forged text would try to speak over the gateway's own.
  ObjectMapper STRICT = LENIENT.copy().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /** One JSON object, in which no member stands twice. */
  record Read(JsonNode json) implements LineJson {}

  /** Anything else. */
  record Broken(RejectionReason reason) implements LineJson {}

  /** Reads a line; one that is too large is not looked into. */
  static LineJson of(String message) {
    if (message.length() > BYTES_MAX || sizeBytes(message) > BYTES_MAX) {
      return new Broken(RejectionReason.TOO_LARGE);
    }
    try {
      JsonNode json = STRICT.readTree(message);
      return json.isObject() ? new Read(json) : new Broken(notAnObject(json));
    } catch (JsonProcessingException _) {
      return new Broken(
          isJson(message) ? RejectionReason.DUPLICATE_MEMBER : RejectionReason.NOT_JSON);
    }
  }

  /** Returns the size of a text in UTF-8. */
  static int sizeBytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static RejectionReason notAnObject(JsonNode json) {
    return json.isMissingNode() ? RejectionReason.NOT_JSON : RejectionReason.NOT_AN_OBJECT;
  }

  private static boolean isJson(String message) {
    try {
      return !LENIENT.readTree(message).isMissingNode();
    } catch (JsonProcessingException _) {
      return false;
    }
  }
}
