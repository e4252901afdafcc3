package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.event.SuspiciousRequestV1;
import dev.rampart.domain.detection.rejection.RejectionReason;

/**
 * A line of a function that answers requests, the API's or the security team's. It carries a signal
 * that could not be published.
 */
final class FunctionRecord {
  private static final String SIGNAL = "signal";

  private FunctionRecord() {}

  static LogLineOutcome read(JsonNode json) {
    if (!json.has(SIGNAL)) {
      return new LogLineOutcome.Harmless();
    }
    if (LogFields.isOtherVersion(
        json.path(SIGNAL), "schemaVersion", SuspiciousRequestV1.SCHEMA_VERSION)) {
      return new LogLineOutcome.Rejected(RejectionReason.UNKNOWN_VERSION);
    }
    return SuspiciousRequestV1.parse(json.path(SIGNAL))
        .<LogLineOutcome>map(event -> new LogLineOutcome.Suspicious(event.signal()))
        .orElseGet(() -> new LogLineOutcome.Rejected(RejectionReason.INVALID_SIGNAL));
  }
}
