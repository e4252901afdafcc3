package dev.rampart.local.events.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** SendMessage: checks a message as SQS does and adds it. */
final class SendMessage {
  private static final int DELAY_SECONDS_MAX = 900;

  private SendMessage() {}

  static ObjectNode send(Queue queue, JsonNode input, Instant now) {
    String body =
        RequestMembers.text(input, "MessageBody")
            .filter(text -> !text.isEmpty())
            .orElseThrow(
                () ->
                    new AwsError(
                        "MissingParameter", "The request must contain the parameter MessageBody."));
    checkCharacters(body);
    JsonNode attributes = attributes(input);
    int size = bytes(body) + MessageAttributes.check(attributes);
    int sizeMax = queue.attributes().number("MaximumMessageSize");
    if (size > sizeMax) {
      throw invalid("Message must be shorter than " + sizeMax + " bytes.");
    }
    Message message =
        Message.sent(
            UUID.randomUUID().toString(), body, attributes, now, now.plus(delay(queue, input)));
    queue.add(message);
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("MessageId", message.id())
            .put("MD5OfMessageBody", Digests.body(body));
    if (!attributes.isEmpty()) {
      answer.put("MD5OfMessageAttributes", Digests.attributes(attributes));
    }
    return answer;
  }

  private static Duration delay(Queue queue, JsonNode input) {
    int seconds =
        RequestMembers.number(input, "DelaySeconds")
            .orElseGet(() -> queue.attributes().number("DelaySeconds"));
    if (seconds < 0 || seconds > DELAY_SECONDS_MAX) {
      throw invalid("DelaySeconds must be >= 0 and <= 900.");
    }
    return Duration.ofSeconds(seconds);
  }

  /** Returns how many bytes the texts of a message take that nobody has checked yet. */
  static int uncheckedBytes(JsonNode input) {
    int size = bytes(input.path("MessageBody").asText());
    for (Map.Entry<String, JsonNode> attribute : input.path("MessageAttributes").properties()) {
      size += bytes(attribute.getKey());
      for (JsonNode text : attribute.getValue()) {
        size += bytes(text.asText());
      }
    }
    return size;
  }

  private static JsonNode attributes(JsonNode input) {
    JsonNode given = input.path("MessageAttributes");
    if (given.isMissingNode() || given.isNull()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (!given.isObject()) {
      throw new AwsError("SerializationException", "MessageAttributes is not a structure.");
    }
    return given;
  }

  /** Refuses text that SQS does not take. */
  static void checkCharacters(String text) {
    if (!text.codePoints().allMatch(SendMessage::allowed)) {
      throw new AwsError("InvalidMessageContents", "Invalid characters found. Valid are XML's.");
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private static AwsError invalid(String reason) {
    return new AwsError(
        "InvalidParameterValue", "One or more parameters are invalid. Reason: " + reason);
  }
}
