package dev.rampart.adapter.out.eventbridge;

import dev.rampart.domain.port.out.SubmissionAnnouncer;
import dev.rampart.domain.submission.SubmissionEvent;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Announces what happened to submissions, one event type for each step. */
public final class EventBridgeSubmissionAnnouncer implements SubmissionAnnouncer {
  private static final String SOURCE = "rampart.submissions";

  private final Bus bus;

  /** Announces on one bus. */
  public EventBridgeSubmissionAnnouncer(EventBridgeClient client, String busName) {
    this.bus = new Bus(client, busName);
  }

  @Override
  public List<SubmissionEvent> announce(List<SubmissionEvent> events) {
    var undelivered =
        bus.put(
            events.stream()
                .map(SubmissionEventV1::new)
                .map(
                    event ->
                        new Envelope(
                            SOURCE,
                            event.detailType(),
                            event.json().toString(),
                            event.event().subject().at()))
                .toList());
    return undelivered.places().stream().sorted().map(events::get).toList();
  }
}
