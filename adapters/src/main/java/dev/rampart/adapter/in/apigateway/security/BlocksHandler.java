package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.CursorCodec;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.adapter.in.apigateway.router.PageRequest;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.BlockPage;
import dev.rampart.domain.port.in.ManageBlocks;

/** GET /v1/blocks. */
record BlocksHandler(ManageBlocks useCase, CursorCodec<SourceRange> cursors)
    implements EndpointHandler {

  /** Binds cursors to this list: another name makes those that clients hold invalid. */
  private static final String LIST = "BLOCKS";

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    PageRequest<SourceRange> page = PageRequest.read(event, LIST, caller, cursors);
    BlockPage found = useCase.list(page.after(), page.size());
    return BlockJson.page(found, found.next().map(next -> cursors.write(next, LIST, caller)));
  }
}
