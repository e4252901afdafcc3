package dev.rampart.adapter.out.eventbridge;

import dev.rampart.domain.detection.Threat;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.ThreatAnnouncer;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/**
 * Announces threats as {@code ThreatDetected}, {@code ThreatUpdated} and {@code ThreatResolved}.
 */
public final class EventBridgeThreatAnnouncer implements ThreatAnnouncer {
  private static final String SOURCE = "rampart.detection";

  private final Bus bus;

  /** Announces on one bus. */
  public EventBridgeThreatAnnouncer(EventBridgeClient client, String busName) {
    this.bus = new Bus(client, busName);
  }

  @Override
  public void announce(List<Threat> threats) {
    var undelivered =
        bus.put(
            threats.stream()
                .map(ThreatV1::new)
                .map(
                    event ->
                        new Envelope(
                            SOURCE,
                            event.detailType(),
                            event.json().toString(),
                            event.threat().at()))
                .toList());
    if (!undelivered.isEmpty()) {
      throw new PortUnavailable(undelivered.toString());
    }
  }
}
