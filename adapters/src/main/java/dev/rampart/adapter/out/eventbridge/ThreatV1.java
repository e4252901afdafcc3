package dev.rampart.adapter.out.eventbridge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.adapter.event.EventTime;
import dev.rampart.domain.detection.Finding;
import dev.rampart.domain.detection.Scope;
import dev.rampart.domain.detection.Threat;
import java.util.Locale;

/**
 * {@code ThreatDetected}, {@code ThreatUpdated} and {@code ThreatResolved}, version 1: one shape,
 * with an OCSF Detection Finding inside.
 */
record ThreatV1(Threat threat) {
  private static final int SCHEMA_VERSION = 1;

  /** No response is taken yet; the member is there from the start so that it can be told. */
  private static final String NO_RESPONSE = "none";

  String detailType() {
    return switch (threat.change()) {
      case DETECTED -> "ThreatDetected";
      case UPDATED -> "ThreatUpdated";
      case RESOLVED -> "ThreatResolved";
    };
  }

  ObjectNode json() {
    var finding = threat.finding();
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("schemaVersion", SCHEMA_VERSION)
            .put("findingId", finding.id().text())
            .put("detector", finding.detector())
            .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
            .put("scope", scope(finding.subject().scope()))
            .put("subject", finding.subject().name())
            .put("firstSeen", EventTime.write(finding.firstSeen()))
            .put("lastSeen", EventTime.write(finding.lastSeen()))
            .put("signalCount", finding.signalCount())
            .put("score", finding.score())
            .put("threshold", finding.threshold());
    evidence(finding, json);
    json.put("explanation", finding.explanation()).put("response", NO_RESPONSE);
    json.set("ocsf", new OcsfDetectionFinding(threat).json());
    return json;
  }

  private static void evidence(Finding finding, ObjectNode json) {
    var evidence = json.putArray("evidence");
    for (var line : finding.evidence()) {
      var examples =
          evidence
              .addObject()
              .put("point", line.point().name())
              .put("count", line.count())
              .putArray("examples");
      line.examples().forEach(id -> examples.add(id.text()));
    }
  }

  private static String scope(Scope scope) {
    return switch (scope) {
      case IP -> "ip";
      case PRINCIPAL -> "principal";
      case CLIENT -> "client";
      case API_KEY -> "apiKey";
      case SIGNATURE -> "signature";
      case GLOBAL -> "global";
    };
  }
}
