package dev.rampart.domain.detection.block;

import dev.rampart.domain.common.SourceRange;
import java.util.List;
import java.util.Optional;

/**
 * A page of the blocks that are kept, in the order of their sources' texts.
 *
 * @param next the source after which the next page starts; empty on the last page
 */
public record BlockPage(List<Block> blocks, Optional<SourceRange> next) {
  public BlockPage {
    blocks = List.copyOf(blocks);
  }
}
