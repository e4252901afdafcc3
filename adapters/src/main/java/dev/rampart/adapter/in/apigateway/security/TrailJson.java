package dev.rampart.adapter.in.apigateway.security;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rampart.adapter.in.apigateway.http.JsonText;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.trail.TrailPeriod;
import dev.rampart.domain.port.in.ReadTraffic;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What many requests came to, as the security team reads it. */
final class TrailJson {

  private TrailJson() {}

  static Reply reply(TimeSpan span, ReadTraffic.Traffic traffic) {
    return Reply.json(
        200,
        JsonText.object(
            json ->
                members(
                    json, span, traffic.completeSince(), traffic.timeline(), traffic.newest())));
  }

  /** Writes the members that all answers about many requests have. */
  static void members(
      JsonGenerator json,
      TimeSpan span,
      Instant completeSince,
      List<TrailPeriod> timeline,
      List<GateEntry> newest)
      throws IOException {
    span(json, span, completeSince);
    timeline(json, timeline);
    json.writeArrayFieldStart("newest");
    for (GateEntry entry : newest) {
      json.writeStartObject();
      TraceJson.entry(json, entry);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes what was searched, and whether that was all. */
  static void span(JsonGenerator json, TimeSpan span, Instant completeSince) throws IOException {
    json.writeStringField("from", Rfc3339.format(span.from()));
    json.writeStringField("to", Rfc3339.format(span.to()));
    json.writeBooleanField("complete", !completeSince.isAfter(span.from()));
    json.writeStringField("completeSince", Rfc3339.format(completeSince));
  }

  private static void timeline(JsonGenerator json, List<TrailPeriod> periods) throws IOException {
    json.writeArrayFieldStart("timeline");
    for (TrailPeriod period : periods) {
      json.writeStartObject();
      json.writeStringField("start", Rfc3339.format(period.start()));
      json.writeNumberField("passed", period.passed());
      json.writeNumberField("reported", period.reported());
      json.writeObjectFieldStart("refused");
      for (Gate gate : Gate.values()) {
        if (period.byGate().containsKey(gate)) {
          json.writeNumberField(gate.wireName(), period.byGate().get(gate));
        }
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
