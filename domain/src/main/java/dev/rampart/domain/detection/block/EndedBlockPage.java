package dev.rampart.domain.detection.block;

import dev.rampart.domain.common.PageSize;
import java.util.List;
import java.util.Optional;

/**
 * A page of the blocks that are over, newest end first.
 *
 * @param next the position after which the next page starts; empty on the last page
 */
public record EndedBlockPage(List<Block> blocks, Optional<EndedBlockPosition> next) {
  public EndedBlockPage {
    blocks = List.copyOf(blocks);
  }

  /** Returns the page of what was read, which is one more than the page holds if more follow. */
  public static EndedBlockPage of(List<Block> oneMore, PageSize size) {
    if (oneMore.size() <= size.value()) {
      return new EndedBlockPage(oneMore, Optional.empty());
    }
    List<Block> page = oneMore.subList(0, size.value());
    return new EndedBlockPage(page, Optional.of(EndedBlockPosition.of(page.getLast())));
  }
}
