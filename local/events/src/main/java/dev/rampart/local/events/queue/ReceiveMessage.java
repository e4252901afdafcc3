package dev.rampart.local.events.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** ReceiveMessage: what is asked for, and how messages are shown. */
public final class ReceiveMessage {
  private ReceiveMessage() {}

  static ObjectNode receive(Queue queue, JsonNode input) {
    QueueAttributes attributes = queue.attributes();
    int count = number(input, "MaxNumberOfMessages", 1, 10, 1);
    int wait =
        number(input, "WaitTimeSeconds", 0, 20, attributes.number("ReceiveMessageWaitTimeSeconds"));
    Optional<Duration> invisible = visibilityTimeout(input);
    List<String> system = names(input, "AttributeNames");
    system.addAll(names(input, "MessageSystemAttributeNames"));
    List<String> own = names(input, "MessageAttributeNames");
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    try {
      List<Message> messages = queue.receive(count, invisible, Duration.ofSeconds(wait));
      if (!messages.isEmpty()) {
        ArrayNode shown = answer.putArray("Messages");
        messages.forEach(message -> shown.add(shown(message, system, own)));
      }
      return answer;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return answer;
    }
  }

  /** Returns the timeout that the caller gives; empty if the queue's own counts. */
  private static Optional<Duration> visibilityTimeout(JsonNode input) {
    return input.hasNonNull("VisibilityTimeout")
        ? Optional.of(Duration.ofSeconds(number(input, "VisibilityTimeout", 0, 43_200, 0)))
        : Optional.empty();
  }

  private static ObjectNode shown(Message message, List<String> system, List<String> own) {
    ObjectNode shown =
        JsonNodeFactory.instance
            .objectNode()
            .put("MessageId", message.id())
            .put("ReceiptHandle", message.receipt())
            .put("MD5OfBody", Digests.body(message.body()))
            .put("Body", message.body());
    ObjectNode chosen = JsonNodeFactory.instance.objectNode();
    systemAttributes(message)
        .forEach(
            (name, value) -> {
              if (system.contains("All") || system.contains(name)) {
                chosen.put(name, value);
              }
            });
    if (!chosen.isEmpty()) {
      shown.set("Attributes", chosen);
    }
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    message.attributes().properties().stream()
        .filter(attribute -> own.stream().anyMatch(asked -> asksFor(asked, attribute.getKey())))
        .forEach(attribute -> attributes.set(attribute.getKey(), attribute.getValue()));
    if (!attributes.isEmpty()) {
      shown.set("MessageAttributes", attributes);
      shown.put("MD5OfMessageAttributes", Digests.attributes(attributes));
    }
    return shown;
  }

  /** Returns what SQS says about a message, in its own names. */
  public static Map<String, String> systemAttributes(Message message) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("ApproximateReceiveCount", Integer.toString(message.receives()));
    attributes.put("SentTimestamp", Long.toString(message.sentAt().toEpochMilli()));
    attributes.put("SenderId", message.senderId());
    message
        .firstReceivedAt()
        .ifPresent(
            at ->
                attributes.put(
                    "ApproximateFirstReceiveTimestamp", Long.toString(at.toEpochMilli())));
    if (!message.source().isEmpty()) {
      attributes.put("DeadLetterQueueSourceArn", message.source());
    }
    return attributes;
  }

  private static boolean asksFor(String asked, String name) {
    return asked.equals("All")
        || asked.equals(name)
        || (asked.endsWith(".*") && name.startsWith(asked.substring(0, asked.length() - 2)));
  }

  private static List<String> names(JsonNode input, String member) {
    List<String> names = new ArrayList<>();
    RequestMembers.list(input, member).forEach(name -> names.add(name.asText()));
    return names;
  }

  private static int number(JsonNode input, String name, int min, int max, int otherwise) {
    Optional<Integer> given = RequestMembers.number(input, name);
    if (given.isPresent() && (given.get() < min || given.get() > max)) {
      throw new AwsError(
          "InvalidParameterValue",
          "Value %d for parameter %s is invalid. Reason: Must be between %d and %d, if provided."
              .formatted(given.get(), name, min, max));
    }
    return given.orElse(otherwise);
  }
}
