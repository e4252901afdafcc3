package dev.rampart.adapter.in.apigateway.security;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rampart.adapter.in.apigateway.http.JsonText;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.detector.Threshold;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.tuning.ThresholdComparison;
import dev.rampart.domain.detection.tuning.TriedThreshold;
import dev.rampart.domain.port.in.CompareThresholds;
import java.io.IOException;
import java.util.List;

/** What other thresholds would have found, as the security team reads it. */
final class WhatIfJson {
  /** Most findings that are told one by one, of those newly found and of those lost. */
  static final int LISTED_MAX = 100;

  private WhatIfJson() {}

  static Reply reply(TimeSpan span, CompareThresholds.Compared compared) {
    ThresholdComparison comparison = compared.comparison();
    return Reply.json(
        200,
        JsonText.object(
            json -> {
              TrailJson.span(json, span, compared.completeSince());
              json.writeNumberField("signals", compared.signals());
              json.writeArrayFieldStart("thresholds");
              for (TriedThreshold threshold : comparison.thresholds()) {
                threshold(json, threshold);
              }
              json.writeEndArray();
              json.writeNumberField("kept", comparison.kept());
              findings(json, "newlyFound", comparison.newlyFound());
              findings(json, "lost", comparison.lost());
            }));
  }

  private static void threshold(JsonGenerator json, TriedThreshold tried) throws IOException {
    json.writeStartObject();
    json.writeStringField("detector", tried.detector().name());
    json.writeStringField("measure", tried.today().measure());
    json.writeNumberField("today", tried.today().value());
    json.writeNumberField("given", tried.given());
    json.writeNumberField("min", tried.min());
    json.writeNumberField("max", tried.max());
    json.writeNumberField("step", 1.0 / TriedThreshold.STEPS_PER_UNIT);
    json.writeArrayFieldStart("others");
    for (Threshold other : tried.others()) {
      json.writeStartObject();
      json.writeStringField("measure", other.measure());
      json.writeNumberField("today", other.value());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void findings(JsonGenerator json, String name, List<Finding> findings)
      throws IOException {
    json.writeNumberField(name + "Count", findings.size());
    json.writeArrayFieldStart(name);
    for (Finding finding : findings.subList(0, Math.min(findings.size(), LISTED_MAX))) {
      json.writeStartObject();
      finding(json, finding);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void finding(JsonGenerator json, Finding finding) throws IOException {
    json.writeStringField("detector", finding.detector().name());
    json.writeStringField("severity", finding.severity().wireName());
    json.writeStringField("scope", finding.subject().kind().wireName());
    json.writeStringField("subject", finding.subject().name());
    json.writeStringField("firstSeen", Rfc3339.format(finding.firstSeen()));
    json.writeStringField("lastSeen", Rfc3339.format(finding.lastSeen()));
    json.writeNumberField("signalCount", finding.signalCount());
    json.writeStringField("explanation", finding.explanation());
    ThreatJson.measure(json, finding.measure());
  }
}
