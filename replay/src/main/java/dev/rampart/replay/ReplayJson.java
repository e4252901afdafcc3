package dev.rampart.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.rampart.adapter.in.apigateway.security.CountJson;
import dev.rampart.adapter.out.eventbridge.ThreatV1;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.tuning.CountToBlock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Prints for programs what a replay found: one JSON document, with the findings in front since they
 * are written as they come. Of a run that fails it is not complete, and so no JSON.
 */
final class ReplayJson implements FindingsReport {
  /** What of the detail of an event is printed, under the same names. */
  private static final List<String> MEMBERS =
      List.of(
          "findingId",
          "detector",
          "severity",
          "scope",
          "subject",
          "firstSeen",
          "lastSeen",
          "signalCount",
          "explanation");

  /** Recordings are text of strangers: a terminal gets ASCII alone. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final PrintWriter out;
  private final JsonGenerator json;

  ReplayJson(PrintWriter out) throws IOException {
    this.out = out;
    this.json = JSON.createGenerator(out);
    json.writeStartObject();
    json.writeArrayFieldStart("findings");
  }

  /** Returns what was counted, as the API says it. */
  static ObjectNode counted(CountToBlock count) throws IOException {
    try (TokenBuffer document = new TokenBuffer(JSON, false)) {
      document.writeStartObject();
      CountJson.members(document, count);
      document.writeEndObject();
      return JSON.readTree(document.asParser());
    }
  }

  /** Prints a document that is complete. */
  static void print(ObjectNode document, PrintWriter out) throws IOException {
    out.println(JSON.writeValueAsString(document));
  }

  @Override
  public void take(Threat threat) {
    if (threat.change() != Threat.Change.DETECTED) {
      return;
    }
    try {
      json.writeTree(new ThreatV1(threat).json().retain(MEMBERS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void finish(ReplayRun run, ReplayCounts counts) {
    ObjectNode sums = JsonNodeFactory.instance.objectNode();
    sums.set("timeline", timeline(run.timeline()));
    sums.set("whatIf", whatIfs(run.whatIfs()));
    try {
      json.writeEndArray();
      for (Map.Entry<String, JsonNode> member : counts.json(sums).properties()) {
        json.writeFieldName(member.getKey());
        json.writeTree(member.getValue());
      }
      json.writeEndObject();
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println();
  }

  private static ObjectNode timeline(Timeline timeline) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("periodHours", timeline.length().toHours());
    ArrayNode periods = json.putArray("periods");
    timeline
        .periods()
        .forEach(
            (start, period) ->
                periods
                    .addObject()
                    .put("start", Rfc3339.format(start))
                    .put("signals", period.signals())
                    .put("newFindings", period.incidents()));
    return json;
  }

  private static ArrayNode whatIfs(List<WhatIf> whatIfs) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (WhatIf whatIf : whatIfs) {
      ObjectNode found = json.addObject().put("factor", whatIf.factor()).putObject("findings");
      for (DetectorKind detector : DetectorKind.values()) {
        found.put(detector.name(), whatIf.found(detector));
      }
    }
    return json;
  }
}
