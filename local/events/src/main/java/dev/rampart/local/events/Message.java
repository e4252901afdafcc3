package dev.rampart.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Optional;

/**
 * One message in a queue, as it stands after its last receive.
 *
 * @param attributes what the sender gave it, in SQS's shape
 * @param visibleAt before this it is delayed or in flight
 * @param receipt the handle of the last receive; empty before the first
 * @param source the ARN of the queue that gave it up; empty where it was sent here
 */
record Message(
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

  static Message sent(
      String id, String body, JsonNode attributes, Instant sentAt, Instant visibleAt) {
    return new Message(
        id, body, attributes, "AIDALOCALRUN", sentAt, visibleAt, 0, Optional.empty(), "", "");
  }

  static Message sent(String id, String body, Instant sentAt) {
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

  boolean inFlight(Instant now) {
    return receives > 0 && !receipt.isEmpty() && visibleAt.isAfter(now);
  }
}
