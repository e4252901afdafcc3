package dev.rampart.adapter.in.apigateway.security;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rampart.adapter.in.apigateway.http.JsonText;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.trail.TrailHour;
import dev.rampart.domain.port.in.ReadActor;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What somebody did, as the security team reads it. */
final class ActorJson {

  private ActorJson() {}

  static Reply reply(Subject subject, TimeSpan span, ReadActor.Actor actor) {
    return Reply.json(
        200,
        JsonText.object(
            json -> {
              json.writeStringField("kind", subject.kind().wireName());
              json.writeStringField("id", subject.name());
              span(json, span, actor.completeSince());
              timeline(json, actor.timeline());
              json.writeArrayFieldStart("newest");
              for (GateEntry entry : actor.newest()) {
                json.writeStartObject();
                TraceJson.entry(json, entry);
                json.writeEndObject();
              }
              json.writeEndArray();
              ThreatJson.list(json, "threats", actor.findings());
              if (actor.block().isPresent()) {
                json.writeObjectFieldStart("block");
                BlockJson.members(json, actor.block().get());
                json.writeEndObject();
              }
            }));
  }

  /** Writes what was searched, and whether that was all. */
  static void span(JsonGenerator json, TimeSpan span, Instant completeSince) throws IOException {
    json.writeStringField("from", Rfc3339.format(span.from()));
    json.writeStringField("to", Rfc3339.format(span.to()));
    json.writeBooleanField("complete", !completeSince.isAfter(span.from()));
    json.writeStringField("completeSince", Rfc3339.format(completeSince));
  }

  private static void timeline(JsonGenerator json, List<TrailHour> hours) throws IOException {
    json.writeArrayFieldStart("timeline");
    for (TrailHour hour : hours) {
      json.writeStartObject();
      json.writeStringField("start", Rfc3339.format(hour.start()));
      json.writeNumberField("passed", hour.passed());
      json.writeNumberField("reported", hour.reported());
      json.writeObjectFieldStart("refused");
      for (Gate gate : Gate.values()) {
        if (hour.byGate().containsKey(gate)) {
          json.writeNumberField(gate.wireName(), hour.byGate().get(gate));
        }
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
