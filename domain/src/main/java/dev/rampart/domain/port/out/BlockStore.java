package dev.rampart.domain.port.out;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockBudget;
import dev.rampart.domain.detection.block.BlockPage;
import dev.rampart.domain.detection.block.EndedBlockPage;
import dev.rampart.domain.detection.block.EndedBlockPosition;
import dev.rampart.domain.detection.response.SourceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what is remembered of sources, and their blocks where all can be read together. Every read
 * sees every write that was answered before. All of it throws {@link PortUnavailable} if the store
 * does not answer; a write may or may not have been made then.
 */
public interface BlockStore {
  /** So long after its end a block is listed. */
  Duration ENDED_KEPT = Duration.ofDays(7);

  /** Returns what is remembered of a source; {@link SourceRecord#unknown} if nothing is. */
  SourceRecord find(SourceRange source);

  /**
   * Saves a record, and its block with it, if the version before it is the one that is kept.
   *
   * @param changed of a version from 1
   * @param ended the block that the change has ended, see {@link SourceRecord#endedBy}; it is
   *     listed by {@link #ended} from now on if the record is saved
   * @return whether it was saved; if not, somebody else saved meanwhile
   */
  boolean save(SourceRecord changed, Optional<Block> ended);

  /** Returns whether no block is kept. */
  boolean isEmpty();

  /** Returns every block that is kept, in force or not, in the order of their sources' texts. */
  List<Block> all();

  /** Returns blocks in force at that time, in the order of their sources' texts. */
  BlockPage inForce(Optional<SourceRange> after, PageSize size, Instant now);

  /** Returns the blocks that ended within {@link #ENDED_KEPT} before that time, newest first. */
  EndedBlockPage ended(Optional<EndedBlockPosition> after, PageSize size, Instant now);

  /** Returns the budget; {@link BlockBudget#untouched} if nothing was spent. */
  BlockBudget budget();

  /** Saves the budget if the version before it is the one that is kept, and returns whether. */
  boolean save(BlockBudget changed);
}
