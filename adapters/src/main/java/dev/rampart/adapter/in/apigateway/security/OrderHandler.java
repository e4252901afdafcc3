package dev.rampart.adapter.in.apigateway.security;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.in.apigateway.body.JsonBody;
import dev.rampart.adapter.in.apigateway.body.JsonBodyReader;
import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.FieldError;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Refusal;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.adapter.in.apigateway.http.VersionPrecondition;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.Protection;
import dev.rampart.domain.port.in.ManageBlocks;
import dev.rampart.domain.port.in.ManageBlocks.OrderResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** PUT /v1/blocks/{source}. */
record OrderHandler(ManageBlocks useCase, JsonBodyReader bodies, InstantSource clock)
    implements EndpointHandler {
  static final String READ_FIRST =
      "Read the block and send its ETag in If-Match, or send If-None-Match: * for a new one.";

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    JsonBody body = bodies.read(event);
    Instant now = clock.instant();
    Instant until = until(body.json(), now);
    SourceRange source = SourcePath.source(event);
    if (!ManageBlocks.isNarrowEnough(source)) {
      return SecurityProblem.tooWide();
    }
    VersionPrecondition precondition = VersionPrecondition.ofPut(event, changed(), READ_FIRST);
    ManageBlocks.Order order =
        new ManageBlocks.Order(
            source,
            body.json().path("reason").textValue(),
            now,
            until,
            caller.subject(),
            precondition.versions());
    return switch (useCase.order(order)) {
      case OrderResult.Ordered(Block block, boolean created) ->
          // What is quoted in a reason that was taken is no attack of whoever wrote it.
          BlockJson.reply(created ? 201 : 200, block);
      case OrderResult.Protected(Protection protection) -> isProtected(protection);
      case OrderResult.PreconditionFailed() -> precondition.refusal();
      case OrderResult.Full() ->
          SecurityProblem.LIST_FULL.because("End another block before you order one more.");
      case OrderResult.Conflict() -> changed();
    };
  }

  static Refusal changed() {
    return SecurityProblem.BLOCK_CHANGED.because(READ_FIRST);
  }

  private static Refusal isProtected(Protection protection) {
    return SecurityProblem.SOURCE_PROTECTED.because(
        "It cannot be blocked: " + protection.words() + ".");
  }

  private Instant until(JsonNode body, Instant now) {
    // The text can have the form of a time and be none.
    return Rfc3339.parseFormatted(body.path("until").textValue())
        .filter(until -> ManageBlocks.isInReach(now, until))
        .orElseThrow(this::outOfRange);
  }

  private RefusedRequest outOfRange() {
    FieldError error =
        new FieldError("/until", "out-of-range", "It must be 1 minute to 90 days from now.");
    return new RefusedRequest(bodies.invalid(List.of(error)));
  }
}
