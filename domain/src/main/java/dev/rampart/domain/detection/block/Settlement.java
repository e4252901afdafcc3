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

  /** Returns what follows. */
  public static Settlement of(Block block, boolean isHeld, BlockingMode mode, Instant now) {
    boolean isWanted = mode == BlockingMode.ON && block.isInForce(now);
    if (isHeld && isWanted) {
      return enforced(block, now);
    }
    return isHeld || isWanted ? unchanged(block) : removed(block, now);
  }

  private static Settlement enforced(Block block, Instant now) {
    Optional<Instant> until = Optional.of(block.until());
    return new Settlement(
        block,
        BlockState.ENFORCED,
        until,
        block.announcedUntil().equals(until)
            ? Optional.empty()
            : Optional.of(new BlockEvent(BlockEvent.Change.BLOCKED, block, now)),
        false);
  }

  /** The set has still to be changed. */
  private static Settlement unchanged(Block block) {
    return new Settlement(block, block.state(), block.announcedUntil(), Optional.empty(), false);
  }

  private static Settlement removed(Block block, Instant now) {
    return new Settlement(
        block,
        block.isInForce(now) ? BlockState.WOULD_BE : BlockState.REMOVED,
        Optional.empty(),
        block.isAnnounced()
            ? Optional.of(new BlockEvent(BlockEvent.Change.UNBLOCKED, block, now))
            : Optional.empty(),
        !block.isAnnounced() && !block.until().plus(FORGOTTEN_AFTER).isAfter(now));
  }

  /** Returns whether there is anything to tell or to note. */
  public boolean isNews() {
    return event.isPresent()
        || isForgotten
        || state != block.state()
        || !announcedUntil.equals(block.announcedUntil());
  }
}
