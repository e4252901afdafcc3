package dev.rampart.domain.detection.block;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long a source is blocked: the longer, the more often it was. Being quiet takes strikes away.
 *
 * @param rungs the spans of the first block, the second and so on; the last one repeats
 * @param quiet so long without a block takes one strike away
 */
public record BlockLadder(List<Duration> rungs, Duration quiet) {
  /** 15 minutes, an hour, four hours, a day; a quiet week takes one strike away. */
  public static final BlockLadder STANDARD =
      new BlockLadder(
          List.of(
              Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofDays(1)),
          Duration.ofDays(7));

  public BlockLadder {
    rungs = List.copyOf(rungs);
    if (rungs.isEmpty() || !quiet.isPositive()) {
      throw new IllegalArgumentException("a ladder has rungs, and a span that forgives");
    }
  }

  /** Returns the strikes that are left of those that a source had when its last block ended. */
  public int remaining(int strikes, Instant lastEnd, Instant now) {
    if (now.isBefore(lastEnd)) {
      return strikes;
    }
    long forgiven = Duration.between(lastEnd, now).dividedBy(quiet);
    return (int) Math.max(0, strikes - forgiven);
  }

  /** Returns the span of the block that is the given strike, from 1. */
  public Duration span(int strike) {
    return rungs.get(Math.min(strike, rungs.size()) - 1);
  }

  /** Returns the most strikes that are worth counting. */
  public int strikesMax() {
    return rungs.size();
  }
}
