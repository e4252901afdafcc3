package dev.rampart.domain.detection.block;

import dev.rampart.domain.common.SourceRange;
import java.time.Instant;
import java.util.Comparator;

/**
 * Where a block stands among those that are over.
 *
 * @param until when it ended
 */
public record EndedBlockPosition(Instant until, SourceRange source) {
  /** The order of the list: the newest end first, and a fixed order among equal ones. */
  public static final Comparator<EndedBlockPosition> NEWEST_FIRST =
      Comparator.comparing(EndedBlockPosition::until)
          .thenComparing(EndedBlockPosition::source)
          .reversed();

  /** Returns where a block stands. */
  public static EndedBlockPosition of(Block block) {
    return new EndedBlockPosition(block.until(), block.source());
  }
}
