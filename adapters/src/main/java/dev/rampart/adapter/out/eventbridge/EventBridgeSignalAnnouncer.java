package dev.rampart.adapter.out.eventbridge;

import dev.rampart.adapter.event.SuspiciousRequestV1;
import dev.rampart.domain.detection.Signal;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.SignalAnnouncer;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Announces signals as {@code SuspiciousRequest} events. */
public final class EventBridgeSignalAnnouncer implements SignalAnnouncer {
  private final Bus bus;
  private final String source;

  /**
   * Announces on one bus.
   *
   * @param source who speaks: {@code rampart.api} or {@code rampart.edge}
   */
  public EventBridgeSignalAnnouncer(EventBridgeClient client, String busName, String source) {
    this.bus = new Bus(client, busName);
    this.source = source;
  }

  @Override
  public void announce(List<Signal> signals) {
    var undelivered =
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
