package dev.rampart.local.topics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsError;

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
}
