package dev.rampart.domain.detection.block;

import dev.rampart.domain.common.IpVersion;
import dev.rampart.domain.common.SourceRange;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one address set of the firewall has to hold.
 *
 * <p>Entries of the set that no block is about were put there by somebody else; they stay, and they
 * count against what the set can take. An entry of ours always has its block: a block is forgotten
 * only some time after its entry was seen to be gone.
 *
 * @param entries ours and the foreign ones
 * @param foreign how many of them are foreign
 * @param omitted how many blocks are in force and did not fit
 */
public record WantedSet(Set<SourceRange> entries, int foreign, int omitted) {
  /** Most entries that a set of the firewall takes. */
  public static final int FIREWALL_ENTRIES_MAX = 10_000;

  /** If there is not room for all: what people asked for first, then the newest. */
  private static final Comparator<Block> MOST_WANTED =
      Comparator.comparing((Block block) -> block.origin().isAutomatic())
          .thenComparing(Block::since, Comparator.reverseOrder())
          .thenComparing(Block::source);

  public WantedSet {
    entries = Set.copyOf(entries);
  }

  /**
   * Computes the set.
   *
   * @param present what the set holds
   * @param blocks all blocks that are kept, of any version and in force or not
   */
  public static WantedSet of(
      IpVersion version,
      Set<SourceRange> present,
      Collection<Block> blocks,
      BlockingMode mode,
      Instant now) {
    Set<SourceRange> ours = blocks.stream().map(Block::source).collect(Collectors.toSet());
    Set<SourceRange> entries = new HashSet<>(present);
    entries.removeAll(ours);
    int foreign = entries.size();
    List<Block> inForce =
        mode == BlockingMode.DRY_RUN
            ? List.of()
            : blocks.stream()
                .filter(block -> block.source().version() == version && block.isInForce(now))
                .sorted(MOST_WANTED)
                .toList();
    int room = Math.clamp(FIREWALL_ENTRIES_MAX - foreign, 0, BlockBudget.ENTRIES_MAX);
    inForce.stream().limit(room).map(Block::source).forEach(entries::add);
    return new WantedSet(entries, foreign, Math.max(0, inForce.size() - room));
  }
}
