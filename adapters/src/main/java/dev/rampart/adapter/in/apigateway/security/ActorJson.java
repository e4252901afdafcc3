package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.JsonText;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.port.in.ReadActor;

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
              TrailJson.members(
                  json, span, actor.completeSince(), actor.timeline(), actor.newest());
              ThreatJson.list(json, "threats", actor.findings());
              if (actor.block().isPresent()) {
                json.writeObjectFieldStart("block");
                BlockJson.members(json, actor.block().get());
                json.writeEndObject();
              }
            }));
  }
}
