package dev.rampart.domain.port.in;

import dev.rampart.domain.common.AllowedVersions;
import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockPage;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.block.EndedBlockPage;
import dev.rampart.domain.detection.block.EndedBlockPosition;
import dev.rampart.domain.detection.block.Protection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What people do about blocks. An order is kept at once; {@link ReconcileBlocks} brings it to the
 * firewall, within seconds if it hears of it and within a minute if not.
 */
public interface ManageBlocks {
  /** Longest block that a person can order. */
  Duration SPAN_MAX = Duration.ofDays(90);

  /** Shortest block that a person can order. */
  Duration SPAN_MIN = Duration.ofMinutes(1);

  /** Widest IPv4 range that a person can block, as the length of its prefix. */
  int IPV4_PREFIX_MIN = 16;

  /** Widest IPv6 range that a person can block, as the length of its prefix. */
  int IPV6_PREFIX_MIN = 32;

  /** Lists the blocks in force, in the order of their sources' texts. */
  BlockPage list(Optional<SourceRange> after, PageSize size);

  /** Lists the blocks that ended within the last seven days, newest end first. */
  EndedBlockPage listEnded(Optional<EndedBlockPosition> after, PageSize size);

  /** Returns whether blocks reach the firewall. */
  BlockingMode mode();

  /** Returns the block of a source that is in force; empty if there is none. */
  Optional<Block> find(SourceRange source);

  /** Blocks a source, or changes end and reason of its block. */
  OrderResult order(Order order);

  /**
   * Takes a block back. None of the findings about the source that are known by now blocks it
   * again.
   */
  UndoResult undo(Undo undo);

  /**
   * Who wants a source blocked, why and until when.
   *
   * @param source an IPv6 range narrower than a /64 stands for its /64
   * @param reason 1 to {@link Block#REASON_LENGTH_MAX} characters
   * @param at when it was ordered
   * @param until {@link #SPAN_MIN} to {@link #SPAN_MAX} after that
   * @param versions the versions of the source's block that the order may replace
   */
  record Order(
      SourceRange source,
      String reason,
      Instant at,
      Instant until,
      String principal,
      AllowedVersions versions) {
    public Order {
      if (!isInReach(at, until) || !isNarrowEnough(source)) {
        throw new IllegalArgumentException("a block is of a narrow range and a bounded span");
      }
    }
  }

  /** Returns whether a block that is ordered at a time may end at another. */
  static boolean isInReach(Instant at, Instant until) {
    return !until.isBefore(at.plus(SPAN_MIN)) && !until.isAfter(at.plus(SPAN_MAX));
  }

  /** Returns whether a range is narrow enough to be blocked. */
  static boolean isNarrowEnough(SourceRange source) {
    return switch (source.version()) {
      case V4 -> source.prefixLength() >= IPV4_PREFIX_MIN;
      case V6 -> source.prefixLength() >= IPV6_PREFIX_MIN;
    };
  }

  /** What became of an order; if several apply, it is the first of this list. */
  sealed interface OrderResult {
    /**
     * The block is kept.
     *
     * @param created whether there was none in force before
     */
    record Ordered(Block block, boolean created) implements OrderResult {}

    /** The source is never blocked. */
    record Protected(Protection protection) implements OrderResult {}

    /** The order does not allow the version that there is. */
    record PreconditionFailed() implements OrderResult {}

    /** No more blocks can be kept. */
    record Full() implements OrderResult {}

    /** Somebody else changed it between the read and the write. */
    record Conflict() implements OrderResult {}
  }

  /**
   * Who takes which block back.
   *
   * @param principal the subject of the person's token
   */
  record Undo(SourceRange source, String principal, AllowedVersions versions) {}

  /** What became of it; if several apply, it is the first of this list. */
  sealed interface UndoResult {
    /** The block is over. */
    record Undone(Block block) implements UndoResult {}

    /** There is no block in force. */
    record NotFound() implements UndoResult {}

    /** The version that there is was not seen. */
    record PreconditionFailed() implements UndoResult {}

    /** Somebody else changed it between the read and the write. */
    record Conflict() implements UndoResult {}
  }
}
