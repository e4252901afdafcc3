package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.EntityTags;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Refusal;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.adapter.in.apigateway.http.VersionPrecondition;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.port.in.ManageBlocks;
import java.util.Optional;

/** GET /v1/blocks/{source}. */
record BlockHandler(ManageBlocks useCase) implements EndpointHandler {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    return useCase
        .find(SourcePath.source(event))
        .<Answer>map(block -> reply(event, block))
        .orElseGet(BlockHandler::notFound);
  }

  static Refusal notFound() {
    return SecurityProblem.BLOCK_NOT_FOUND.because("No block of exactly this source is in force.");
  }

  private static Reply reply(ProxyEvent event, Block block) {
    Optional<EntityTags> seen = EntityTags.read(event, "if-none-match");
    Reply reply = BlockJson.reply(200, block).with("Cache-Control", "private, no-cache");
    return seen.filter(tags -> tags.matchWeakly(VersionPrecondition.etag(block.version())))
            .isPresent()
        ? reply.withoutBody(304)
        : reply;
  }
}
