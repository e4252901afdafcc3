package dev.rampart.local.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.ClientJson;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a client publishes, with SNS's limits (API reference, Publish).
 *
 * @param messages by protocol, and under {@code default}
 * @param attributes in SQS's shape
 */
record PublishRequest(Optional<String> subject, Map<String, String> messages, JsonNode attributes) {
  private static final JsonMapper JSON = ClientJson.STRICT;
  private static final int BYTES_MAX = 262_144;
  private static final int SUBJECT_CHARS_MAX = 100;
  private static final int ATTRIBUTES_MAX = 10;
  private static final Set<String> TYPES = Set.of("String", "Number", "Binary", "String.Array");

  static PublishRequest of(JsonNode input) {
    for (String name : new String[] {"PhoneNumber", "MessageGroupId", "MessageDeduplicationId"}) {
      if (input.has(name)) {
        throw TopicsService.invalid(name + " Reason: the local run does not know it");
      }
    }
    String message = input.path("Message").asText();
    if (message.isEmpty()) {
      throw TopicsService.invalid("Message Reason: Empty message");
    }
    ObjectNode attributes = attributes(input);
    if (bytes(message) + bytes(attributes) > BYTES_MAX) {
      throw TopicsService.invalid("Message Reason: Message too long");
    }
    return new PublishRequest(subject(input), messages(input, message), attributes);
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * Names, types and values are part of a message's size (page "Amazon SNS message attributes").
   */
  private static long bytes(ObjectNode attributes) {
    long bytes = 0;
    for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
      JsonNode value = attribute.getValue();
      bytes += bytes(attribute.getKey()) + bytes(value.path("DataType").asText());
      bytes += bytes(value.path("StringValue").asText());
      // In Base64, four characters are three bytes.
      bytes += bytes(value.path("BinaryValue").asText()) / 4 * 3;
    }
    return bytes;
  }

  private static Optional<String> subject(JsonNode input) {
    Optional<String> subject = Optional.ofNullable(input.path("Subject").textValue());
    subject.ifPresent(
        text -> {
          if (text.isBlank()
              || text.length() > SUBJECT_CHARS_MAX
              || !text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw TopicsService.invalid("Subject");
          }
        });
    return subject;
  }

  private static Map<String, String> messages(JsonNode input, String message) {
    if (!input.has("MessageStructure")) {
      return Map.of(Notification.DEFAULT, message);
    }
    if (!input.path("MessageStructure").asText().equals("json")) {
      throw TopicsService.invalid("MessageStructure");
    }
    Map<String, String> messages = new HashMap<>();
    try {
      for (Map.Entry<String, JsonNode> each : JSON.readTree(message).properties()) {
        if (each.getValue().isTextual()) {
          messages.put(each.getKey(), each.getValue().asText());
        }
      }
    } catch (JsonProcessingException _) {
      throw TopicsService.invalid("Message Structure - JSON message body failed to parse");
    }
    if (!messages.containsKey(Notification.DEFAULT)) {
      throw TopicsService.invalid("Message Structure - No default entry in JSON message body");
    }
    return messages;
  }

  /** Reads {@code MessageAttributes.entry.1.Name}, and so on. */
  private static ObjectNode attributes(JsonNode input) {
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    for (JsonNode entry : input.path("MessageAttributes").path("entry")) {
      String name = entry.path("Name").asText();
      JsonNode value = entry.path("Value");
      String type = value.path("DataType").asText();
      String member = type.equals("Binary") ? "BinaryValue" : "StringValue";
      String text = value.path(member).asText();
      boolean isGood =
          !name.isEmpty() && TYPES.contains(type) && !text.isEmpty() && isJson(type, text);
      if (!isGood || attributes.size() == ATTRIBUTES_MAX) {
        throw new AwsError(
            "InvalidParameterValue",
            "The message attribute '" + name + "' is not valid, or there are more than 10.");
      }
      attributes.putObject(name).put("DataType", type).put(member, text);
    }
    return attributes;
  }

  private static boolean isJson(String type, String text) {
    try {
      return switch (type) {
        case "Number" -> JSON.readTree(text).isNumber();
        case "String.Array" -> JSON.readTree(text).isArray();
        default -> true;
      };
    } catch (JsonProcessingException _) {
      return false;
    }
  }
}
