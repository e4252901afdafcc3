package dev.rampart.adapter.in.tablestream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.port.in.RelayEvents;
import dev.rampart.domain.submission.SubmissionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;

/**
 * Hands the events of a batch of changes to the relay, in the order of the stream. The answer names
 * the oldest record that has to come again; the stream then repeats it and all after it. A record
 * that cannot be read stops the batch there, until the stream gives it up to its failure queue.
 */
public final class SubmissionStream {
  private final RelayEvents relay;

  /** Passes events to the relay. */
  public SubmissionStream(RelayEvents relay) {
    this.relay = relay;
  }

  /**
   * Handles one batch.
   *
   * @throws IllegalArgumentException where the function was not called by a stream
   */
  public Handled handle(JsonNode event) {
    var records = event.path("Records");
    if (!records.isArray()) {
      throw new IllegalArgumentException("not a batch of a stream: no Records");
    }
    var committed = new ArrayList<SubmissionEvent>();
    var places = new HashMap<SubmissionEvent, String>();
    Optional<String> unreadable = Optional.empty();
    for (var json : records) {
      var change = new ChangeRecord(json);
      if (!change.isEvent()) {
        continue;
      }
      var submission = change.event();
      if (submission.isEmpty()) {
        unreadable = Optional.of(change.sequenceNumber());
        break;
      }
      committed.add(submission.get());
      places.putIfAbsent(submission.get(), change.sequenceNumber());
    }
    var again =
        switch (relay.relay(committed)) {
          case RelayEvents.Result.Relayed() -> unreadable;
          case RelayEvents.Result.StoppedAt(var oldest) -> Optional.ofNullable(places.get(oldest));
        };
    return new Handled(records.size(), committed.size(), unreadable.isPresent(), again);
  }

  /**
   * What came of a batch.
   *
   * @param records how many changes it held
   * @param events how many of them carried an event that was read
   * @param unreadable whether a change was met whose event cannot be read
   * @param again sequence number of the oldest record that has to come again
   */
  public record Handled(int records, int events, boolean unreadable, Optional<String> again) {
    /** The answer that a stream expects from a function that reports partial failure. */
    public ObjectNode reply() {
      var reply = JsonNodeFactory.instance.objectNode();
      var failures = reply.putArray("batchItemFailures");
      again.ifPresent(sequence -> failures.addObject().put("itemIdentifier", sequence));
      return reply;
    }
  }
}
