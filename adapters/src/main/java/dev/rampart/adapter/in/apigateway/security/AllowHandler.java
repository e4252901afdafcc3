package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.body.JsonBody;
import dev.rampart.adapter.in.apigateway.body.JsonBodyReader;
import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Refusal;
import dev.rampart.adapter.in.apigateway.http.VersionPrecondition;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.AllowedSource;
import dev.rampart.domain.port.in.ManageAllowList;
import dev.rampart.domain.port.in.ManageAllowList.AllowResult;
import dev.rampart.domain.port.in.ManageBlocks;

/** PUT /v1/allowlist/{source}. */
record AllowHandler(ManageAllowList useCase, JsonBodyReader bodies) implements EndpointHandler {
  private static final String READ_FIRST =
      "Read the allow list and send the version of the entry as If-Match: \"1\", or send"
          + " If-None-Match: * for a new one.";

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    JsonBody body = bodies.read(event);
    SourceRange source = SourcePath.source(event);
    // A few wide entries would end every block.
    if (!ManageBlocks.isNarrowEnough(source)) {
      return SecurityProblem.tooWide();
    }
    VersionPrecondition precondition = VersionPrecondition.ofPut(event, changed(), READ_FIRST);
    ManageAllowList.Allow allow =
        new ManageAllowList.Allow(
            source,
            body.json().path("reason").textValue(),
            caller.subject(),
            precondition.versions());
    return switch (useCase.allow(allow)) {
      case AllowResult.Allowed(AllowedSource entry, boolean created) ->
          // What is quoted in a reason that was taken is no attack of whoever wrote it.
          ExemptionJson.reply(created ? 201 : 200, entry);
      case AllowResult.PreconditionFailed() -> precondition.refusal();
      case AllowResult.Full() ->
          SecurityProblem.LIST_FULL.because("Remove another entry before you add one more.");
    };
  }

  static Refusal changed() {
    return SecurityProblem.EXEMPTION_CHANGED.because(READ_FIRST);
  }
}
