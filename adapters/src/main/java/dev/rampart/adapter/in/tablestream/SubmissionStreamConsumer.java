package dev.rampart.adapter.in.tablestream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.port.in.RelayEvents;
import dev.rampart.domain.submission.SubmissionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hands the events of a batch of changes to the relay, in the order of the stream. The result names
 * the oldest record that has to be delivered again; the stream then repeats it and all after it. A
 * record that cannot be read stops the batch there, until the stream moves it to the failure queue.
 */
public final class SubmissionStreamConsumer {
  private final RelayEvents relay;

  /** Hands events to the relay. */
  public SubmissionStreamConsumer(RelayEvents relay) {
    this.relay = relay;
  }

  /**
   * Handles one batch.
   *
   * @throws IllegalArgumentException if the function was not called by a stream
   */
  public StreamBatchResult handle(JsonNode event) {
    JsonNode records = event.path("Records");
    if (!records.isArray()) {
      throw new IllegalArgumentException("not a batch of a stream: no Records");
    }
    List<SubmissionEvent> committed = new ArrayList<>();
    Map<SubmissionEvent, String> sequenceNumbers = new HashMap<>();
    Optional<String> unreadable = Optional.empty();
    for (JsonNode json : records) {
      ChangeRecord change = new ChangeRecord(json);
      if (!change.isEvent()) {
        continue;
      }
      Optional<SubmissionEvent> submission = change.event();
      if (submission.isEmpty()) {
        unreadable = Optional.of(change.sequenceNumber());
        break;
      }
      committed.add(submission.get());
      sequenceNumbers.putIfAbsent(submission.get(), change.sequenceNumber());
    }
    Optional<String> resumeAt =
        switch (relay.relay(committed)) {
          case RelayEvents.Result.Relayed() -> unreadable;
          case RelayEvents.Result.StoppedAt(SubmissionEvent oldest) ->
              Optional.of(sequenceNumber(sequenceNumbers, oldest));
        };
    return new StreamBatchResult(
        records.size(), committed.size(), unreadable.isPresent(), resumeAt);
  }

  /** A batch without a failure would be gone, so an event that was not in it is an error. */
  private static String sequenceNumber(Map<SubmissionEvent, String> known, SubmissionEvent event) {
    String number = known.get(event);
    if (number == null) {
      throw new IllegalStateException("the relay stopped at an event that it was not given");
    }
    return number;
  }
}
