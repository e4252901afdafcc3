package dev.rampart.adapter.out.eventbridge;

import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.ThreatPublisher;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/**
 * Publishes threats as {@code ThreatDetected}, {@code ThreatUpdated} and {@code ThreatResolved}.
 */
public final class EventBridgeThreatPublisher implements ThreatPublisher {
  private static final String DETECTION = "rampart.detection";

  private final EventBusClient bus;
  private final String source;

  /** Publishes what detection says on one bus. */
  public EventBridgeThreatPublisher(EventBridgeClient client, String busName) {
    this(client, busName, DETECTION);
  }

  /** Publishes on one bus what the part says that has this source. */
  public EventBridgeThreatPublisher(EventBridgeClient client, String busName, String source) {
    this.bus = new EventBusClient(client, busName);
    this.source = source;
  }

  @Override
  public void publish(List<Threat> threats) {
    EventBusClient.Undelivered undelivered =
        bus.put(
            threats.stream()
                .map(ThreatV1::new)
                .map(
                    event ->
                        new Envelope(
                            source,
                            event.detailType(),
                            event.json().toString(),
                            event.threat().at()))
                .toList());
    if (!undelivered.isEmpty()) {
      throw new PortUnavailable(undelivered.toString());
    }
  }
}
