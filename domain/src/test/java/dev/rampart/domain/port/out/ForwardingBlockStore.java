package dev.rampart.domain.port.out;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockBudget;
import dev.rampart.domain.detection.block.BlockPage;
import dev.rampart.domain.detection.block.EndedBlockPage;
import dev.rampart.domain.detection.block.EndedBlockPosition;
import dev.rampart.domain.detection.response.SourceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A {@link BlockStore} in front of another one, for tests that change one of its methods. */
public class ForwardingBlockStore implements BlockStore {
  private final BlockStore store;

  /** Forwards to a store. */
  public ForwardingBlockStore(BlockStore store) {
    this.store = store;
  }

  @Override
  public SourceRecord find(SourceRange source) {
    return store.find(source);
  }

  @Override
  public boolean save(SourceRecord changed, Optional<Block> ended) {
    return store.save(changed, ended);
  }

  @Override
  public boolean isEmpty() {
    return store.isEmpty();
  }

  @Override
  public List<Block> all() {
    return store.all();
  }

  @Override
  public BlockPage inForce(Optional<SourceRange> after, PageSize size, Instant now) {
    return store.inForce(after, size, now);
  }

  @Override
  public EndedBlockPage ended(Optional<EndedBlockPosition> after, PageSize size, Instant now) {
    return store.ended(after, size, now);
  }

  @Override
  public BlockBudget budget() {
    return store.budget();
  }

  @Override
  public boolean save(BlockBudget changed) {
    return store.save(changed);
  }
}
