package dev.rampart.adapter.in.apigateway.router;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.EntityTags;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.domain.common.Sha256;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers with a JSON document that is the same for everybody until the next deployment. */
record StaticDocument(Supplier<String> document) implements EndpointHandler {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    String json = document.get();
    String etag = "\"" + Sha256.shortHex(json) + "\"";
    Reply reply =
        Reply.json(200, json).with("ETag", etag).with("Cache-Control", "private, no-cache");
    Optional<EntityTags> seen = EntityTags.read(event, "if-none-match");
    return seen.filter(tags -> tags.matchWeakly(etag)).isPresent() ? reply.withoutBody(304) : reply;
  }
}
