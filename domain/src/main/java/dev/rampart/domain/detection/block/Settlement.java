package dev.rampart.domain.detection.block;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What follows from whether the firewall holds a block.
 *
 * @param state what is known now
 * @param announcedUntil what subscribers know after the event
 * @param event what they have to be told; empty if nothing
 * @param isForgotten whether the block is to be kept no longer
 */
public record Settlement(
    Block block,
    BlockState state,
    Optional<Instant> announcedUntil,
    Optional<BlockEvent> event,
    boolean isForgotten) {
  /** So long after its end a block is kept: longer than any run of the reconciler takes. */
  public static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

  /**
   * Returns what follows.
   *
   * @param isWanted whether the firewall is to hold it, see {@link WantedSet}
   * @param isHeld whether it does
   */
  public static Settlement of(
      Block block, boolean isWanted, boolean isHeld, BlockingMode mode, Instant now) {
    if (isHeld && isWanted) {
      return enforced(block, now);
    }
    return isHeld || isWanted ? unchanged(block) : removed(block, mode, now);
  }

  private static Settlement enforced(Block block, Instant now) {
    Optional<Instant> until = Optional.of(block.until());
    return new Settlement(
        block,
        BlockState.ENFORCED,
        until,
        block.announcedUntil().equals(until)
            ? Optional.empty()
            : Optional.of(BlockEvent.blocked(block, now)),
        false);
  }

  /** The set has still to be changed. */
  private static Settlement unchanged(Block block) {
    return new Settlement(block, block.state(), block.announcedUntil(), Optional.empty(), false);
  }

  private static Settlement removed(Block block, BlockingMode mode, Instant now) {
    return new Settlement(
        block,
        block.isInForce(now) ? withheld(mode) : BlockState.REMOVED,
        Optional.empty(),
        block.isAnnounced()
            ? Optional.of(BlockEvent.unblocked(block, why(block, mode, now), now))
            : Optional.empty(),
        !block.isAnnounced() && !block.until().plus(FORGOTTEN_AFTER).isAfter(now));
  }

  /** Returns the state of a block that is in force, and that the firewall is not to hold. */
  private static BlockState withheld(BlockingMode mode) {
    return switch (mode) {
      case ON -> BlockState.PENDING;
      case DRY_RUN -> BlockState.WOULD_BE;
    };
  }

  private static BlockEnd why(Block block, BlockingMode mode, Instant now) {
    if (!block.isInForce(now)) {
      return block.endReason();
    }
    return switch (mode) {
      case ON -> BlockEnd.DISPLACED;
      case DRY_RUN -> BlockEnd.DRY_RUN;
    };
  }

  /** Returns whether there is anything to tell or to note. */
  public boolean isNews() {
    return event.isPresent()
        || isForgotten
        || state != block.state()
        || !announcedUntil.equals(block.announcedUntil());
  }
}
