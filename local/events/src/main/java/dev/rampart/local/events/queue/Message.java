package dev.rampart.local.events.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One message in a queue, as it stands after its last receive.
 *
 * @param attributes what the sender gave it, in SQS's shape
 * @param visibleAt before this it is delayed or in flight
 * @param receipt the handle of the last receive; empty before the first
 * @param source the ARN of the queue that gave it up; empty if it was sent here
 */
public record Message(
    String id,
    String body,
    JsonNode attributes,
    String senderId,
    Instant sentAt,
    Instant visibleAt,
    int receives,
    Optional<Instant> firstReceivedAt,
    String receipt,
    String source) {

  /** About what the objects around the texts take, in bytes. */
  public static final int OVERHEAD_BYTES = 1024;

  public static Message sent(
      String id, String body, JsonNode attributes, Instant sentAt, Instant visibleAt) {
    return new Message(
        id, body, attributes, "AIDALOCALRUN", sentAt, visibleAt, 0, Optional.empty(), "", "");
  }

  public static Message sent(String id, String body, Instant sentAt) {
    return sent(id, body, JsonNodeFactory.instance.objectNode(), sentAt, sentAt);
  }

  Message received(Instant at, Instant invisibleUntil, String handle) {
    return new Message(
        id,
        body,
        attributes,
        senderId,
        sentAt,
        invisibleUntil,
        receives + 1,
        Optional.of(firstReceivedAt.orElse(at)),
        handle,
        source);
  }

  Message visibleAt(Instant at) {
    return new Message(
        id, body, attributes, senderId, sentAt, at, receives, firstReceivedAt, receipt, source);
  }

  /** As it enters a dead-letter queue: its age and its count of receives go with it. */
  Message movedFrom(String queueArn, Instant at) {
    return new Message(
        id, body, attributes, senderId, sentAt, at, receives, firstReceivedAt, "", queueArn);
  }

  /** Returns about how many bytes of memory it takes. */
  public long bytes() {
    // A character of Java takes two bytes at most; attributes count again as the tree that they
    // are.
    return OVERHEAD_BYTES + 2L * body.length() + attributesBytes();
  }

  private long attributesBytes() {
    long bytes = 0;
    for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
      bytes += OVERHEAD_BYTES + 2L * attribute.getKey().length();
      for (JsonNode text : attribute.getValue()) {
        bytes += 2L * text.asText().length();
      }
    }
    return bytes;
  }

  boolean inFlight(Instant now) {
    return receives > 0 && !receipt.isEmpty() && visibleAt.isAfter(now);
  }
}
