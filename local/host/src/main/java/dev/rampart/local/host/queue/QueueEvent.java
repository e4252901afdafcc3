package dev.rampart.local.host.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The event of a batch of messages in Lambda's shape. */
final class QueueEvent {
  /** Where the region stands in an ARN that is split at its colons. */
  private static final int REGION_AT = 3;

  private QueueEvent() {}

  static byte[] of(List<JsonNode> messages, String queueArn) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ArrayNode records = event.putArray("Records");
    for (JsonNode message : messages) {
      ObjectNode item = records.addObject();
      item.set("messageId", message.path("MessageId"));
      item.set("receiptHandle", message.path("ReceiptHandle"));
      item.set("body", message.path("Body"));
      item.set("attributes", message.path("Attributes"));
      ObjectNode attributes = item.putObject("messageAttributes");
      message
          .path("MessageAttributes")
          .properties()
          .forEach(each -> put(attributes.putObject(each.getKey()), each.getValue()));
      item.set("md5OfBody", message.path("MD5OfBody"));
      copy(message, "MD5OfMessageAttributes", item, "md5OfMessageAttributes");
      item.put("eventSource", "aws:sqs");
      item.put("eventSourceARN", queueArn);
      item.put("awsRegion", queueArn.split(":", -1)[REGION_AT]);
    }
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ObjectNode attribute, JsonNode given) {
    copy(given, "StringValue", attribute, "stringValue");
    copy(given, "BinaryValue", attribute, "binaryValue");
    attribute.putArray("stringListValues");
    attribute.putArray("binaryListValues");
    attribute.set("dataType", given.path("DataType"));
  }

  private static void copy(JsonNode from, String name, ObjectNode to, String otherName) {
    Optional.ofNullable(from.get(name)).ifPresent(value -> to.set(otherName, value));
  }
}
