package dev.rampart.local.topics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsError;
import java.util.Optional;

/** Sends messages to queues. */
@FunctionalInterface
public interface QueueSender {
  /**
   * Sends a message.
   *
   * @param attributes in SQS's shape
   * @throws IllegalArgumentException if there is no such queue
   * @throws AwsError if the queue cannot take it now
   */
  void send(String queueArn, String body, JsonNode attributes);

  /** Returns why a queue takes nothing of a topic; empty if it does. */
  default Optional<String> refusal(String topicArn, String queueArn) {
    return Optional.empty();
  }
}
