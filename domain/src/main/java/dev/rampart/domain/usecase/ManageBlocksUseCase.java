package dev.rampart.domain.usecase;

import dev.rampart.domain.common.AllowedVersions;
import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockBudget;
import dev.rampart.domain.detection.block.BlockPage;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.block.EndedBlockPage;
import dev.rampart.domain.detection.block.EndedBlockPosition;
import dev.rampart.domain.detection.block.Protection;
import dev.rampart.domain.detection.response.SourceRecord;
import dev.rampart.domain.port.in.ManageBlocks;
import dev.rampart.domain.port.out.BlockOrderPublisher;
import dev.rampart.domain.port.out.BlockStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** {@link ManageBlocks} over the stores; an order that cannot be announced is kept all the same. */
public record ManageBlocksUseCase(
    BlockStore blocks,
    NeverBlocked neverBlocked,
    BlockOrderPublisher orders,
    BlockingMode mode,
    InstantSource clock)
    implements ManageBlocks {
  @Override
  public BlockPage list(Optional<SourceRange> after, PageSize size) {
    return blocks.inForce(after, size, MillisClock.now(clock));
  }

  @Override
  public EndedBlockPage listEnded(Optional<EndedBlockPosition> after, PageSize size) {
    return blocks.ended(after, size, MillisClock.now(clock));
  }

  @Override
  public Optional<Block> find(SourceRange source) {
    return blocks.find(source.atLeastSite()).blockInForce(MillisClock.now(clock));
  }

  @Override
  public OrderResult order(Order order) {
    SourceRange source = order.source().atLeastSite();
    Instant now = MillisClock.now(clock);
    Optional<Protection> protection = neverBlocked.read(now).of(source);
    if (protection.isPresent()) {
      return new OrderResult.Protected(protection.get());
    }
    SourceRecord known = blocks.find(source);
    Optional<Block> running = known.blockInForce(now);
    long version = running.map(Block::version).orElse(AllowedVersions.ABSENT);
    if (!order.versions().allow(version)) {
      return new OrderResult.PreconditionFailed();
    }
    if (known.block().isEmpty() && blocks.all().size() >= BlockBudget.ENTRIES_MAX) {
      return new OrderResult.Full();
    }
    SourceRecord ordered = known.orderedBy(order.principal(), order.reason(), now, order.until());
    if (!blocks.save(ordered, known.endedBy(ordered))) {
      return new OrderResult.Conflict();
    }
    BlockOrders.announce(orders, source, order.principal(), now);
    return new OrderResult.Ordered(ordered.block().orElseThrow(), running.isEmpty());
  }

  @Override
  public UndoResult undo(Undo undo) {
    SourceRange source = undo.source().atLeastSite();
    Instant now = MillisClock.now(clock);
    SourceRecord known = blocks.find(source);
    Optional<Block> running = known.blockInForce(now);
    if (running.isEmpty()) {
      return new UndoResult.NotFound();
    }
    if (!undo.versions().allow(running.get().version())) {
      return new UndoResult.PreconditionFailed();
    }
    SourceRecord undone = known.undone(undo.principal(), now);
    if (!blocks.save(undone, known.endedBy(undone))) {
      return new UndoResult.Conflict();
    }
    BlockOrders.announce(orders, source, undo.principal(), now);
    return new UndoResult.Undone(undone.block().orElseThrow());
  }
}
