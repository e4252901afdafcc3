package dev.rampart.adapter.out.eventbridge;

import dev.rampart.adapter.event.SuspiciousRequestV1;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.SignalPublisher;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Publishes signals as {@code SuspiciousRequest} events. */
public final class EventBridgeSignalPublisher implements SignalPublisher {
  private final EventBusClient bus;
  private final String source;

  /**
   * Publishes on one bus.
   *
   * @param source the source of the events: {@code rampart.} and who reports them
   */
  public EventBridgeSignalPublisher(EventBridgeClient client, String busName, String source) {
    this.bus = new EventBusClient(client, busName);
    this.source = source;
  }

  @Override
  public void publish(List<Signal> signals) {
    EventBusClient.Undelivered undelivered =
        bus.put(
            signals.stream()
                .map(
                    signal ->
                        new Envelope(
                            source,
                            SuspiciousRequestV1.DETAIL_TYPE,
                            new SuspiciousRequestV1(signal).json().toString(),
                            signal.observedAt()))
                .toList());
    if (!undelivered.isEmpty()) {
      throw new PortUnavailable(undelivered.toString());
    }
  }
}
