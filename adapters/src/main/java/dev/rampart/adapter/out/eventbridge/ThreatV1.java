package dev.rampart.adapter.out.eventbridge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.adapter.out.eventbridge.ocsf.OcsfDetectionFinding;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.finding.EvidenceLine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.finding.Resolution;
import dev.rampart.domain.detection.finding.Threat;

/**
 * {@code ThreatDetected}, {@code ThreatUpdated} and {@code ThreatResolved}, version 1: one shape,
 * with an OCSF Detection Finding inside.
 */
public record ThreatV1(Threat threat) {
  private static final int SCHEMA_VERSION = 1;

  /** A threat is told before it is answered: the block list hears it, and says what it did. */
  private static final String NO_RESPONSE = "none";

  String detailType() {
    return switch (threat.change()) {
      case DETECTED -> "ThreatDetected";
      case UPDATED -> "ThreatUpdated";
      case RESOLVED -> "ThreatResolved";
    };
  }

  /** Returns the detail of the event. */
  public ObjectNode json() {
    Finding finding = threat.finding();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("schemaVersion", SCHEMA_VERSION)
            .put("findingId", finding.id().text())
            .put("detector", finding.detector().name())
            .put("severity", finding.severity().wireName())
            .put("scope", finding.subject().kind().wireName())
            .put("subject", finding.subject().name())
            .put("firstSeen", Rfc3339.format(finding.firstSeen()))
            .put("lastSeen", Rfc3339.format(finding.lastSeen()))
            .put("signalCount", finding.signalCount())
            .put("score", finding.measure().value())
            .put("threshold", finding.measure().threshold());
    measure(finding.measure(), json);
    evidence(finding, json);
    json.put("explanation", finding.explanation()).put("response", NO_RESPONSE);
    threat.notificationsLeft().ifPresent(left -> json.put("notificationsLeft", left));
    threat.resolution().ifPresent(why -> resolution(why, json.putObject("resolution")));
    json.set("ocsf", new OcsfDetectionFinding(threat).json());
    return json;
  }

  /** The comparison that decided, with what was measured; score and threshold are its numbers. */
  private static void measure(Measure measure, ObjectNode json) {
    json.putObject("measure")
        .put("name", measure.name())
        .put("value", measure.value())
        .put("threshold", measure.threshold());
  }

  /** Who judged it and what the note says stays in the store. */
  private static void resolution(Resolution resolution, ObjectNode json) {
    switch (resolution) {
      case Resolution.Silence _ -> json.put("reason", "silence");
      case Resolution.Judgement judgement ->
          json.put("reason", "judgement").put("verdict", judgement.verdict().wireName());
    }
  }

  private static void evidence(Finding finding, ObjectNode json) {
    ArrayNode evidence = json.putArray("evidence");
    for (EvidenceLine line : finding.evidence()) {
      ArrayNode examples =
          evidence
              .addObject()
              .put("point", line.point().name())
              .put("count", line.count())
              .putArray("examples");
      line.examples().forEach(id -> examples.add(id.text()));
    }
  }
}
