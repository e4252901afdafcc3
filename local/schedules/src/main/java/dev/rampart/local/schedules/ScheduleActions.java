package dev.rampart.local.schedules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.lambda.AsyncInvocation;

/** What a schedule does, as far as its role allows it. Called by many threads at once. */
public interface ScheduleActions {
  /**
   * Hands an event to the function of a schedule, and does not wait for what becomes of it.
   *
   * @param event the event as JSON
   */
  AsyncInvocation invoke(ScheduleSettings schedule, byte[] event);

  /**
   * Sends an event that is given up to a dead-letter queue.
   *
   * @param attributes in SQS's shape
   * @throws IllegalArgumentException if there is no such queue, or the role may not send to it
   * @throws AwsError if the queue cannot take it now
   */
  void keep(ScheduleSettings schedule, String queueArn, String event, JsonNode attributes);
}
