package dev.rampart.local.stack.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.AccessControl;
import dev.rampart.local.events.LocalEvents;
import dev.rampart.local.topics.QueueSender;
import java.util.Optional;

/** Sends what topics have for queues, as far as the policies of queues and their keys allow it. */
public record TopicPermissions(LocalEvents events, AccessControl access) implements QueueSender {
  private static final String SERVICE = "sns.amazonaws.com";

  @Override
  public void send(String queueArn, String body, JsonNode attributes) {
    events.send(queueArn, body, attributes);
  }

  @Override
  public Optional<String> refusal(String topicArn, String queueArn) {
    return access.delivery(SERVICE, topicArn, queueArn);
  }
}
