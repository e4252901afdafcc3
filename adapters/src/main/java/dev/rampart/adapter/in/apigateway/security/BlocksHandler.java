package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Query;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.CursorCodec;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.adapter.in.apigateway.router.PageRequest;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.BlockPage;
import dev.rampart.domain.detection.block.EndedBlockPage;
import dev.rampart.domain.detection.block.EndedBlockPosition;
import dev.rampart.domain.port.in.ManageBlocks;
import java.util.Set;

/** GET /v1/blocks. */
record BlocksHandler(
    ManageBlocks useCase,
    CursorCodec<SourceRange> cursors,
    CursorCodec<EndedBlockPosition> endedCursors)
    implements EndpointHandler {
  static final Set<String> PARAMETERS = Set.of("limit", "cursor", "state");

  /** Binds cursors to this list: another name makes those that clients hold invalid. */
  private static final String LIST = "BLOCKS";

  private static final String ENDED_LIST = "ENDED_BLOCKS";

  private static final Choice<BlockListing> STATE =
      new Choice<>("state", BlockListing.values(), BlockListing::wireName);

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    return switch (STATE.in(new Query(event)).orElse(BlockListing.IN_FORCE)) {
      case IN_FORCE -> inForce(event, caller);
      case ENDED -> ended(event, caller);
    };
  }

  private Answer inForce(ProxyEvent event, Caller caller) {
    PageRequest<SourceRange> page = PageRequest.read(event, LIST, caller, cursors);
    BlockPage found = useCase.list(page.after(), page.size());
    return BlockJson.page(
        found.blocks(),
        BlockJson::members,
        found.next().map(next -> cursors.write(next, LIST, caller)),
        useCase.mode());
  }

  private Answer ended(ProxyEvent event, Caller caller) {
    PageRequest<EndedBlockPosition> page =
        PageRequest.read(event, ENDED_LIST, caller, endedCursors);
    EndedBlockPage found = useCase.listEnded(page.after(), page.size());
    return BlockJson.page(
        found.blocks(),
        BlockJson::endedMembers,
        found.next().map(next -> endedCursors.write(next, ENDED_LIST, caller)),
        useCase.mode());
  }
}
