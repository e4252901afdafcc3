package dev.rampart.local.logs.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.logs.group.LogEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Lines as a function gets them: JSON, compressed with gzip, in Base64. The form is that of the
 * pages "Subscription filters with AWS Lambda" and "Log group-level subscription filters".
 */
final class SubscriptionMessage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTROL_MESSAGE =
      "CWL CONTROL MESSAGE: Checking health of destination Lambda function.";

  private SubscriptionMessage() {}

  /** Returns the delivery of some lines of one stream. */
  static byte[] of(String owner, SubscriptionSettings subscription, List<LogEvent> events) {
    ObjectNode delivery = JSON.createObjectNode();
    delivery.put("messageType", "DATA_MESSAGE");
    delivery.put("owner", owner);
    delivery.put("logGroup", subscription.logGroup());
    delivery.put("logStream", events.getFirst().stream());
    delivery.putArray("subscriptionFilters").add(subscription.name());
    ArrayNode lines = delivery.putArray("logEvents");
    for (LogEvent event : events) {
      lines
          .addObject()
          .put("id", event.id())
          .put("timestamp", event.at().toEpochMilli())
          .put("message", event.message());
    }
    return pack(delivery);
  }

  /** Returns a probe, which says whether the destination can be reached and holds no line. */
  static byte[] probe(long nowMillis) {
    ObjectNode delivery = JSON.createObjectNode();
    delivery.put("messageType", "CONTROL_MESSAGE");
    delivery.put("owner", "CloudwatchLogs");
    delivery.put("logGroup", "");
    delivery.put("logStream", "");
    delivery.putArray("subscriptionFilters");
    delivery
        .putArray("logEvents")
        .addObject()
        .put("id", "")
        .put("timestamp", nowMillis)
        .put("message", CONTROL_MESSAGE);
    return pack(delivery);
  }

  private static byte[] pack(ObjectNode delivery) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(JSON.writeValueAsBytes(delivery));
      }
      ObjectNode event = JSON.createObjectNode();
      event
          .putObject("awslogs")
          .put("data", Base64.getEncoder().encodeToString(bytes.toByteArray()));
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new IllegalStateException("A stream in memory failed.", e);
    }
  }
}
