package dev.rampart.domain.detection.block;

import dev.rampart.domain.common.StableId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What subscribers are told about a block. The same change has the same id, however often it is
 * told.
 *
 * @param block as it was when the firewall changed
 * @param end why the source is free again; empty if it is blocked
 * @param at when that was noticed
 */
public record BlockEvent(Change change, Block block, Optional<BlockEnd> end, Instant at) {
  /** What happened to the source. */
  public enum Change {
    /** The firewall holds the block, or holds it with another end. */
    BLOCKED,
    /** The firewall does not hold it any more. */
    UNBLOCKED
  }

  /** Returns what is told once the firewall holds the block. */
  public static BlockEvent blocked(Block block, Instant at) {
    return new BlockEvent(Change.BLOCKED, block, Optional.empty(), at);
  }

  /** Returns what is told once the firewall holds a block no more that was told. */
  public static BlockEvent unblocked(Block block, BlockEnd why, Instant at) {
    return new BlockEvent(Change.UNBLOCKED, block, Optional.of(why), at);
  }

  /**
   * Returns the id, a UUID. How many announcements went before makes it another one if a block that
   * was told comes back as it was; the first has none before it.
   */
  public String id() {
    Instant told = change == Change.BLOCKED ? block.until() : block.announcedUntil().orElseThrow();
    Stream<String> first =
        Stream.of(
            change.name(),
            block.source().text(),
            Long.toString(block.since().toEpochMilli()),
            Long.toString(told.toEpochMilli()));
    Stream<String> before =
        Stream.of(block.announcements()).filter(count -> count > 0).map(String::valueOf);
    return StableId.of(Stream.concat(first, before).toArray(String[]::new));
  }
}
