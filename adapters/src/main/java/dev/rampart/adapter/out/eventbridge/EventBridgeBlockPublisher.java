package dev.rampart.adapter.out.eventbridge;

import dev.rampart.domain.detection.block.BlockEvent;
import dev.rampart.domain.port.out.BlockPublisher;
import dev.rampart.domain.port.out.PortUnavailable;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Publishes what became of blocks as {@code SourceBlocked} and {@code SourceUnblocked}. */
public final class EventBridgeBlockPublisher implements BlockPublisher {
  private static final String SOURCE = "rampart.blocklist";

  private final EventBusClient bus;

  /** Publishes on one bus. */
  public EventBridgeBlockPublisher(EventBridgeClient client, String busName) {
    this.bus = new EventBusClient(client, busName);
  }

  @Override
  public void publish(List<BlockEvent> events) {
    EventBusClient.Undelivered undelivered =
        bus.put(
            events.stream()
                .map(SourceBlockV1::new)
                .map(
                    event ->
                        new Envelope(
                            SOURCE,
                            event.detailType(),
                            event.json().toString(),
                            event.event().at()))
                .toList());
    if (!undelivered.isEmpty()) {
      throw new PortUnavailable(undelivered.toString());
    }
  }
}
