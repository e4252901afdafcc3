package dev.rampart.domain.usecase;

import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.port.in.ManageBlocks;
import dev.rampart.domain.port.out.BlockStore;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/** The block of a wider range, which stops a source as well as one of its own would. */
final class BlockAround {
  private BlockAround() {}

  /**
   * Returns the block in force of the narrowest range around a source that has one. An address is
   * in 16 ranges that can be blocked, an IPv6 site in 32: so many reads at most.
   */
  static Optional<Block> of(SourceRange source, BlockStore blocks, Instant now) {
    return IntStream.iterate(source.prefixLength() - 1, prefix -> prefix >= 0, prefix -> prefix - 1)
        .mapToObj(source::around)
        .takeWhile(ManageBlocks::isNarrowEnough)
        .flatMap(wider -> blocks.find(wider).blockInForce(now).stream())
        .findFirst();
  }
}
