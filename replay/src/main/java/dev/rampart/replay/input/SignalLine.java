package dev.rampart.replay.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.event.SuspiciousRequestV1;
import java.util.List;

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
        .<LineOutcome>map(event -> new LineOutcome.Read(List.of(event.signal())))
        .orElseGet(
            () -> new LineOutcome.NotUnderstood("not a SuspiciousRequest of schema version 1"));
  }
}
