package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.adapter.in.apigateway.http.VersionPrecondition;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.port.in.ManageAllowList;
import dev.rampart.domain.port.in.ManageAllowList.DisallowResult;

/** DELETE /v1/allowlist/{source}. */
record DisallowHandler(ManageAllowList useCase) implements EndpointHandler {
  private static final String READ_FIRST =
      "Read the allow list, and send the version of the entry as If-Match: \"1\".";

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    VersionPrecondition precondition =
        VersionPrecondition.ofChange(event, AllowHandler.changed(), READ_FIRST);
    ManageAllowList.Disallow disallow =
        new ManageAllowList.Disallow(
            SourcePath.source(event), caller.subject(), precondition.versions());
    return switch (useCase.disallow(disallow)) {
      case DisallowResult.Disallowed() -> Reply.empty(204);
      case DisallowResult.NotFound() ->
          SecurityProblem.EXEMPTION_NOT_FOUND.because("No entry is of exactly this source.");
      case DisallowResult.PreconditionFailed() -> precondition.refusal();
    };
  }
}
