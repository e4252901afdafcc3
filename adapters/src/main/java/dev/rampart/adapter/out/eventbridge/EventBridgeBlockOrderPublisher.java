package dev.rampart.adapter.out.eventbridge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.common.StableId;
import dev.rampart.domain.port.out.BlockOrderPublisher;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Publishes that a person changed what is to be blocked, as {@code BlockOrdered} version 1. */
public final class EventBridgeBlockOrderPublisher implements BlockOrderPublisher {
  private static final String SOURCE = "rampart.security";
  private static final String DETAIL_TYPE = "BlockOrdered";
  private static final int SCHEMA_VERSION = 1;

  private final EventBusClient bus;

  /** Publishes on one bus. */
  public EventBridgeBlockOrderPublisher(EventBridgeClient client, String busName) {
    this.bus = new EventBusClient(client, busName);
  }

  @Override
  public void ordered(SourceRange source, String principal, Instant at) {
    ObjectNode detail =
        JsonNodeFactory.instance
            .objectNode()
            .put("schemaVersion", SCHEMA_VERSION)
            .put("eventId", StableId.of(DETAIL_TYPE, source.text(), Rfc3339.format(at)))
            .put("occurredAt", Rfc3339.format(at))
            .put("source", source.text())
            .put("principal", principal);
    EventBusClient.Undelivered undelivered =
        bus.put(List.of(new Envelope(SOURCE, DETAIL_TYPE, detail.toString(), at)));
    if (!undelivered.isEmpty()) {
      throw new PortUnavailable(undelivered.toString());
    }
  }
}
