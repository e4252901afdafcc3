package dev.rampart.adapter.in.queue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.port.in.DetectThreats;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands the signals of a batch of messages to detection. The result names the messages that have to
 * be delivered again; one that cannot be read is always among them, until the queue moves it to the
 * dead-letter queue.
 */
public final class SignalQueueConsumer {
  private final DetectThreats detection;
  private final DetailValidator validator;

  /** Accepts the events that the validator accepts. */
  public SignalQueueConsumer(DetectThreats detection, DetailValidator validator) {
    this.detection = detection;
    this.validator = validator;
  }

  /**
   * Handles one batch.
   *
   * @throws IllegalArgumentException if the function was not called by SQS
   */
  public SignalBatchResult handle(JsonNode event) {
    QueuedSignals queued = QueuedSignals.read(event, validator);
    DetectThreats.Result result = detection.detect(List.copyOf(queued.signals().values()));
    List<String> failures = new ArrayList<>(queued.malformed());
    queued
        .signals()
        .forEach(
            (message, signal) -> {
              if (result.failed().contains(signal.id())) {
                failures.add(message);
              }
            });
    return new SignalBatchResult(
        queued.signals().size(), queued.malformed().size(), result.published().size(), failures);
  }
}
