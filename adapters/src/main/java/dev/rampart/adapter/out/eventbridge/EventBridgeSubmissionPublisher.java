package dev.rampart.adapter.out.eventbridge;

import dev.rampart.domain.port.out.SubmissionPublisher;
import dev.rampart.domain.submission.SubmissionEvent;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Publishes what happened to submissions, one event type for each step. */
public final class EventBridgeSubmissionPublisher implements SubmissionPublisher {
  private static final String SOURCE = "rampart.submissions";

  private final EventBusClient bus;

  /** Publishes on one bus. */
  public EventBridgeSubmissionPublisher(EventBridgeClient client, String busName) {
    this.bus = new EventBusClient(client, busName);
  }

  @Override
  public List<SubmissionEvent> publish(List<SubmissionEvent> events) {
    EventBusClient.Undelivered undelivered =
        bus.put(
            events.stream()
                .map(SubmissionEventV1::new)
                .map(
                    event ->
                        new Envelope(
                            SOURCE,
                            event.detailType(),
                            event.json().toString(),
                            event.event().snapshot().at()))
                .toList());
    return undelivered.places().stream().sorted().map(events::get).toList();
  }
}
