package dev.rampart.replay.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.event.SuspiciousRequestV1;
import java.util.List;
import java.util.Optional;

/**
 * The detail of a {@code SuspiciousRequest}, alone or inside EventBridge's envelope, as archives
 * and queues hold it.
 */
final class SignalLine {
  private SignalLine() {}

  static boolean is(JsonNode json) {
    return json.has("signalId")
        || json.path("detail-type").asText().equals(SuspiciousRequestV1.DETAIL_TYPE);
  }

  static LineOutcome read(JsonNode json) {
    JsonNode detail = json.has("signalId") ? json : json.path("detail");
    return SuspiciousRequestV1.parse(detail)
        .<LineOutcome>map(
            event ->
                new LineOutcome.Read(
                    Optional.of(event.signal().observedAt()), List.of(event.signal()), List.of()))
        .orElseGet(
            () -> new LineOutcome.NotUnderstood("not a SuspiciousRequest of schema version 1"));
  }
}
