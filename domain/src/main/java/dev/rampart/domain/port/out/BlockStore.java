package dev.rampart.domain.port.out;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockBudget;
import dev.rampart.domain.detection.block.BlockPage;
import dev.rampart.domain.detection.response.SourceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what is remembered of sources, and their blocks where all can be read together. Every read
 * sees every write that was answered before. All of it throws {@link PortUnavailable} if the store
 * does not answer; a write may or may not have been made then.
 */
public interface BlockStore {
  /** Returns what is remembered of a source; {@link SourceRecord#unknown} if nothing is. */
  SourceRecord find(SourceRange source);

  /**
   * Saves a record, and its block with it, if the version before it is the one that is kept.
   *
   * @param changed of a version from 1
   * @return whether it was saved; if not, somebody else saved meanwhile
   */
  boolean save(SourceRecord changed);

  /** Returns whether no block is kept. */
  boolean isEmpty();

  /** Returns every block that is kept, in force or not, in the order of their sources' texts. */
  List<Block> all();

  /** Returns blocks in force at that time, in the order of their sources' texts. */
  BlockPage inForce(Optional<SourceRange> after, PageSize size, Instant now);

  /** Returns the budget; {@link BlockBudget#untouched} if nothing was spent. */
  BlockBudget budget();

  /** Saves the budget if the version before it is the one that is kept, and returns whether. */
  boolean save(BlockBudget changed);
}
