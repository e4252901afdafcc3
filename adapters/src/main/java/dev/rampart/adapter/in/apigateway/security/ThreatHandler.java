package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.EntityTags;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Refusal;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.common.UuidV8;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.port.in.ReadFinding;
import dev.rampart.domain.port.in.ReadFinding.Result;
import java.util.Optional;

/** GET /v1/threats/{id}. */
record ThreatHandler(ReadFinding useCase) implements EndpointHandler {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    return switch (read(useCase, event)) {
      case Result.Found found -> reply(event, found);
      case Result.NotFound() -> notFound();
    };
  }

  /** Reads the finding that a path names; a text that cannot be an id is unknown. */
  static Result read(ReadFinding useCase, ProxyEvent event) {
    String id = event.pathParameters().getOrDefault("id", "");
    return UuidV8.isValid(id) ? useCase.read(new FindingId(id)) : new Result.NotFound();
  }

  static Refusal notFound() {
    return SecurityProblem.THREAT_NOT_FOUND.because("No threat that is kept has this id.");
  }

  /** Returns the threat, or 304 if the client has it already. */
  private static Reply reply(ProxyEvent event, Result.Found found) {
    Optional<EntityTags> seen = EntityTags.read(event, "if-none-match");
    Reply reply = ThreatJson.reply(found).with("Cache-Control", "private, no-cache");
    return seen.filter(tags -> tags.matchWeakly(ThreatJson.etag(found))).isPresent()
        ? reply.withoutBody(304)
        : reply;
  }
}
