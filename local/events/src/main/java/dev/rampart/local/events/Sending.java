package dev.rampart.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** SendMessage: checks a message as SQS does and adds it. */
final class Sending {
  private static final int ATTRIBUTES_MAX = 10;
  private static final int DELAY_SECONDS_MAX = 900;

  private Sending() {}

  static ObjectNode send(Queue queue, JsonNode input, Instant now) {
    String body =
        Inputs.text(input, "MessageBody")
            .filter(text -> !text.isEmpty())
            .orElseThrow(
                () ->
                    new AwsError(
                        "MissingParameter", "The request must contain the parameter MessageBody."));
    if (!body.codePoints().allMatch(Sending::allowed)) {
      throw new AwsError("InvalidMessageContents", "Invalid characters found. Valid are XML's.");
    }
    JsonNode given = input.path("MessageAttributes");
    JsonNode attributes = given.isObject() ? given : JsonNodeFactory.instance.objectNode();
    int size = bytes(body) + checkAttributes(attributes);
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
        Inputs.number(input, "DelaySeconds")
            .orElseGet(() -> queue.attributes().number("DelaySeconds"));
    if (seconds < 0 || seconds > DELAY_SECONDS_MAX) {
      throw invalid("DelaySeconds must be >= 0 and <= 900.");
    }
    return Duration.ofSeconds(seconds);
  }

  /** Returns how many bytes the attributes count. */
  private static int checkAttributes(JsonNode attributes) {
    if (attributes.size() > ATTRIBUTES_MAX) {
      throw invalid("Number of message attributes exceeds the allowed maximum (10).");
    }
    int size = 0;
    for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
      String type = Inputs.text(attribute.getValue(), "DataType").orElse("");
      String value =
          Inputs.text(
                  attribute.getValue(), type.startsWith("Binary") ? "BinaryValue" : "StringValue")
              .orElse("");
      if (!type.matches("(String|Number|Binary)(\\..{1,250})?") || value.isEmpty()) {
        throw invalid("The message attribute " + attribute.getKey() + " has no type or value.");
      }
      size += bytes(attribute.getKey()) + bytes(type) + valueBytes(type, value);
    }
    return size;
  }

  private static int valueBytes(String type, String value) {
    try {
      return type.startsWith("Binary") ? Base64.getDecoder().decode(value).length : bytes(value);
    } catch (IllegalArgumentException _) {
      throw new AwsError("SerializationException", "A BinaryValue is not base64.");
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
