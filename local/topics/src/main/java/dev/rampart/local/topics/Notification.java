package dev.rampart.local.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was published on a topic.
 *
 * @param subject empty if there is none
 * @param messages the message by protocol, and under {@code default} for all others
 * @param attributes in SQS's shape
 */
public record Notification(
    String id,
    String topicArn,
    Optional<String> subject,
    Map<String, String> messages,
    JsonNode attributes,
    Instant at) {
  /** The protocol of a message for all protocols that have none of their own. */
  public static final String DEFAULT = "default";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  public Notification {
    messages = Map.copyOf(messages);
  }

  /** Returns the message for a protocol. */
  String message(TopicProtocol protocol) {
    return messages.getOrDefault(protocol.protocol(), messages.getOrDefault(DEFAULT, ""));
  }

  /** Returns the document that subscribers without raw delivery get; it is not signed. */
  String document(TopicProtocol protocol, String subscriptionArn) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("Type", "Notification");
    document.put("MessageId", id);
    document.put("TopicArn", topicArn);
    subject.ifPresent(text -> document.put("Subject", text));
    document.put("Message", message(protocol));
    document.put("Timestamp", TIME.format(at));
    document.put("SignatureVersion", "1");
    document.put("Signature", "none-in-the-local-run");
    document.put("SigningCertURL", "https://localhost/none-in-the-local-run.pem");
    document.put(
        "UnsubscribeURL",
        "https://localhost/?Action=Unsubscribe&SubscriptionArn=" + subscriptionArn);
    if (!attributes.isEmpty()) {
      ObjectNode shown = document.putObject("MessageAttributes");
      for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
        JsonNode given = attribute.getValue();
        shown
            .putObject(attribute.getKey())
            .put("Type", given.path("DataType").asText())
            .put("Value", given.path("StringValue").asText(given.path("BinaryValue").asText()));
      }
    }
    return document.toString();
  }
}
