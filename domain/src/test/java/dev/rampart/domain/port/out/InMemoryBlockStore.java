package dev.rampart.domain.port.out;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockBudget;
import dev.rampart.domain.detection.block.BlockPage;
import dev.rampart.domain.detection.block.EndedBlockPage;
import dev.rampart.domain.detection.block.EndedBlockPosition;
import dev.rampart.domain.detection.response.SourceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A {@link BlockStore} in a map. */
public final class InMemoryBlockStore implements BlockStore {
  private final Map<SourceRange, SourceRecord> records = new TreeMap<>();
  private final NavigableMap<EndedBlockPosition, Block> ended =
      new TreeMap<>(EndedBlockPosition.NEWEST_FIRST);
  private BlockBudget budget = BlockBudget.untouched();

  @Override
  public synchronized SourceRecord find(SourceRange source) {
    return records.getOrDefault(source, SourceRecord.unknown(source));
  }

  @Override
  public synchronized boolean save(SourceRecord changed, Optional<Block> over) {
    if (find(changed.source()).version() != changed.version() - 1) {
      return false;
    }
    records.put(changed.source(), changed);
    over.ifPresent(block -> ended.put(EndedBlockPosition.of(block), block));
    return true;
  }

  @Override
  public boolean isEmpty() {
    return all().isEmpty();
  }

  @Override
  public synchronized List<Block> all() {
    return records.values().stream().flatMap(record -> record.block().stream()).toList();
  }

  @Override
  public BlockPage inForce(Optional<SourceRange> after, PageSize size, Instant now) {
    List<Block> found =
        all().stream()
            .filter(block -> block.isInForce(now))
            .filter(block -> after.isEmpty() || block.source().compareTo(after.get()) > 0)
            .limit(size.value() + 1L)
            .toList();
    if (found.size() <= size.value()) {
      return new BlockPage(found, Optional.empty());
    }
    List<Block> page = found.subList(0, size.value());
    return new BlockPage(page, Optional.of(page.getLast().source()));
  }

  @Override
  public synchronized EndedBlockPage ended(
      Optional<EndedBlockPosition> after, PageSize size, Instant now) {
    List<Block> found =
        after.map(last -> ended.tailMap(last, false)).orElse(ended).values().stream()
            .filter(block -> !block.until().isBefore(now.minus(ENDED_KEPT)))
            .limit(size.value() + 1L)
            .toList();
    return EndedBlockPage.of(found, size);
  }

  @Override
  public synchronized BlockBudget budget() {
    return budget;
  }

  @Override
  public synchronized boolean save(BlockBudget changed) {
    if (budget.version() != changed.version() - 1) {
      return false;
    }
    budget = changed;
    return true;
  }
}
