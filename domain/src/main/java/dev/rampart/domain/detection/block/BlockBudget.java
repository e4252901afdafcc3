package dev.rampart.domain.detection.block;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many more sources may be blocked without a person: a fault of detection, or an attacker who
 * causes findings about others, can do no more harm than this.
 *
 * @param spent when automatic blocks were decided in the last {@link #WINDOW}, oldest first
 * @param version counts the changes, 0 if there were none
 */
public record BlockBudget(List<Instant> spent, long version) {
  /** Most new automatic blocks in any window. */
  public static final int BLOCKS_MAX = 50;

  /** The window, which slides. */
  public static final Duration WINDOW = Duration.ofMinutes(10);

  /** Most blocks that are held at a time; a set of the firewall takes 10,000 entries. */
  public static final int ENTRIES_MAX = 9_000;

  public BlockBudget {
    spent = List.copyOf(spent);
  }

  /** Returns the budget of which nothing is spent. */
  public static BlockBudget untouched() {
    return new BlockBudget(List.of(), 0);
  }

  /** Returns the budget after one more block; empty if it is used up. */
  public Optional<BlockBudget> spend(Instant now) {
    List<Instant> recent = new ArrayList<>(BLOCKS_MAX);
    spent.stream().filter(at -> at.isAfter(now.minus(WINDOW))).forEach(recent::add);
    if (recent.size() >= BLOCKS_MAX) {
      return Optional.empty();
    }
    recent.add(now);
    return Optional.of(new BlockBudget(recent, version + 1));
  }
}
