package dev.rampart.local.events.bus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.events.queue.Message;
import dev.rampart.local.events.queue.Queue;
import dev.rampart.local.events.queue.Queues;
import dev.rampart.local.protocol.AwsError;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sends events that were given up to dead-letter queues. */
record UndeliveredEvents(Queues queues, DeliveryPermission permission) {

  /**
   * Sends an event.
   *
   * @param sourceArn of the rule or the bus that gives it up
   * @param attributes of the message, which say why
   * @throws AwsError if the queue is not there, or does not take it
   */
  void send(String sourceArn, String queueArn, String event, Map<String, String> attributes) {
    Queue queue =
        queues
            .byArn(queueArn)
            .orElseThrow(() -> new AwsError("QueueDoesNotExist", "it does not exist"));
    Optional<String> refusal = permission.refusal(sourceArn, queueArn);
    if (refusal.isPresent()) {
      throw new AwsError(403, "AccessDenied", refusal.get());
    }
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    attributes.forEach(
        (name, value) -> shown.putObject(name).put("DataType", "String").put("StringValue", value));
    Instant now = queues.clock().instant();
    queue.add(Message.sent(UUID.randomUUID().toString(), event, shown, now, now));
  }
}
