package dev.rampart.adapter.in.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.port.in.DetectThreats;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands the signals of a delivery to detection. The answer names the messages that have to come
 * again; one that cannot be read is among them each time, until the queue moves it to its dead
 * letters.
 */
public final class SignalQueue {
  private final DetectThreats detection;
  private final DetailCheck check;

  /** Takes what the check accepts. */
  public SignalQueue(DetectThreats detection, DetailCheck check) {
    this.detection = detection;
    this.check = check;
  }

  /**
   * Handles one delivery.
   *
   * @throws IllegalArgumentException where the function was not called by SQS
   */
  public Handled handle(JsonNode event) {
    var queued = QueuedSignals.read(event, check);
    var result = detection.detect(List.copyOf(queued.signals().values()));
    var again = new ArrayList<>(queued.malformed());
    queued
        .signals()
        .forEach(
            (message, signal) -> {
              if (result.failed().contains(signal.id())) {
                again.add(message);
              }
            });
    return new Handled(
        queued.signals().size(), queued.malformed().size(), result.told().size(), again);
  }

  /**
   * What came of a delivery.
   *
   * @param signals how many messages held a signal
   * @param malformed how many did not
   * @param threats how many threats were announced
   * @param again ids of the messages that have to come again
   */
  public record Handled(int signals, int malformed, int threats, List<String> again) {
    public Handled {
      again = List.copyOf(again);
    }

    /** The answer that SQS expects from a function that reports partial failure. */
    public ObjectNode reply() {
      var reply = JsonNodeFactory.instance.objectNode();
      var failures = reply.putArray("batchItemFailures");
      again.forEach(id -> failures.addObject().put("itemIdentifier", id));
      return reply;
    }
  }
}
