package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.adapter.in.apigateway.http.VersionPrecondition;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.port.in.ManageBlocks;
import dev.rampart.domain.port.in.ManageBlocks.UndoResult;

/** DELETE /v1/blocks/{source}. */
record UndoHandler(ManageBlocks useCase) implements EndpointHandler {
  private static final String READ_FIRST =
      "Read the block, and send its ETag in the header If-Match.";

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    VersionPrecondition precondition =
        VersionPrecondition.ofChange(event, OrderHandler.changed(), READ_FIRST);
    ManageBlocks.Undo undo =
        new ManageBlocks.Undo(SourcePath.source(event), caller.subject(), precondition.versions());
    return switch (useCase.undo(undo)) {
      case UndoResult.Undone _ -> Reply.empty(204);
      case UndoResult.NotFound() -> BlockHandler.notFound();
      case UndoResult.PreconditionFailed() -> precondition.refusal();
      case UndoResult.Conflict() -> OrderHandler.changed();
    };
  }
}
