package dev.rampart.domain.port.out;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.port.out.BlockExamples.OTHER;
import static dev.rampart.domain.port.out.BlockExamples.SOURCE;
import static dev.rampart.domain.port.out.BlockExamples.blockedAtNoon;
import static dev.rampart.domain.port.out.BlockExamples.range;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockBudget;
import dev.rampart.domain.detection.block.BlockEnd;
import dev.rampart.domain.detection.block.BlockOrigin;
import dev.rampart.domain.detection.block.BlockPage;
import dev.rampart.domain.detection.block.BlockState;
import dev.rampart.domain.detection.block.EndedBlockPage;
import dev.rampart.domain.detection.block.EndedBlockPosition;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.DetectorName;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.response.ProposalReason;
import dev.rampart.domain.detection.response.Response;
import dev.rampart.domain.detection.response.ResponseDecision;
import dev.rampart.domain.detection.response.SourceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link BlockStore} owes its callers. */
public interface BlockStoreContract {
  /** Returns an empty store. */
  BlockStore newBlockStore();

  @Test
  default void nothing_is_known_of_a_source_at_first() {
    BlockStore store = newBlockStore();
    assertThat(store.find(SOURCE)).isEqualTo(SourceRecord.unknown(SOURCE));
    assertThat(store.all()).isEmpty();
    assertThat(store.isEmpty()).isTrue();
  }

  @Test
  default void a_record_is_read_as_it_was_saved() {
    BlockStore store = newBlockStore();
    SourceRecord blocked = blockedAtNoon(SOURCE);
    SourceRecord proposed =
        blocked.with(
            new ResponseDecision(
                new FindingId("f-2"),
                DetectorName.of(DetectorKind.BURST_PROBE),
                NOON,
                new Response.Proposed(ProposalReason.SHARED)));
    SourceRecord announced =
        proposed.settled(BlockState.ENFORCED, proposed.block().map(Block::until));
    SourceRecord undone = announced.undone("sam", NOON.plusSeconds(5));
    for (SourceRecord record : List.of(blocked, proposed, announced)) {
      assertThat(store.save(record, Optional.empty())).isTrue();
      assertThat(store.find(SOURCE)).isEqualTo(record);
      assertThat(store.all()).containsExactly(record.block().orElseThrow());
    }
    assertThat(undone.version()).isEqualTo(announced.version() + 1);
    assertThat(store.save(undone, Optional.empty())).isTrue();
    assertThat(store.find(SOURCE)).isEqualTo(undone);
    assertThat(store.all().getFirst().end()).contains(BlockEnd.UNDONE);
    assertThat(store.all().getFirst().endedBy()).contains("sam");
  }

  @Test
  default void a_block_that_a_person_ordered_is_read_as_it_was_saved() {
    BlockStore store = newBlockStore();
    SourceRecord ordered =
        SourceRecord.unknown(SOURCE)
            .orderedBy("sam", "seen in the news", NOON, NOON.plus(Duration.ofDays(2)));
    assertThat(store.save(ordered, Optional.empty())).isTrue();
    assertThat(store.find(SOURCE)).isEqualTo(ordered);
    assertThat(store.all()).containsExactly(ordered.block().orElseThrow());
  }

  @Test
  default void a_detector_that_only_another_release_has_is_kept() {
    BlockStore store = newBlockStore();
    DetectorName foreign = new DetectorName("OF_ANOTHER_RELEASE");
    ResponseDecision decision =
        new ResponseDecision(new FindingId("f-2"), foreign, NOON, new Response.NoResponse());
    BlockOrigin origin = new BlockOrigin.ByFinding(new FindingId("f-1"), foreign);
    Block block = Block.decided(SOURCE, origin, "probes", NOON, NOON.plusSeconds(60), 1, 1);
    SourceRecord record =
        new SourceRecord(
            SOURCE, 1, Optional.of(block), 1, block.until(), List.of(), List.of(decision));
    assertThat(store.save(record, Optional.empty())).isTrue();
    assertThat(store.find(SOURCE)).isEqualTo(record);
    assertThat(store.all()).containsExactly(block);
  }

  @Test
  default void of_two_who_change_the_same_version_one_wins() {
    BlockStore store = newBlockStore();
    SourceRecord one = blockedAtNoon(SOURCE);
    SourceRecord other =
        SourceRecord.unknown(SOURCE).orderedBy("sam", "mine", NOON, NOON.plusSeconds(60));
    assertThat(store.save(one, Optional.empty())).isTrue();
    assertThat(store.save(other, Optional.empty())).isFalse();
    assertThat(store.save(one, Optional.empty())).isFalse();
    assertThat(store.find(SOURCE)).isEqualTo(one);
    assertThat(store.all()).containsExactly(one.block().orElseThrow());
  }

  @Test
  default void a_block_that_was_removed_is_listed_no_more_and_its_source_is_remembered() {
    BlockStore store = newBlockStore();
    SourceRecord blocked = blockedAtNoon(SOURCE);
    assertThat(store.save(blocked, Optional.empty())).isTrue();
    assertThat(store.save(blockedAtNoon(OTHER), Optional.empty())).isTrue();
    assertThat(store.isEmpty()).isFalse();
    assertThat(store.save(blocked.withoutBlock(), Optional.empty())).isTrue();
    assertThat(store.all()).extracting(Block::source).containsExactly(OTHER);
    assertThat(store.find(SOURCE)).isEqualTo(blocked.withoutBlock());
    assertThat(store.find(SOURCE).strikes()).isEqualTo(1);
  }

  @Test
  default void blocks_of_both_versions_are_listed_in_the_order_of_their_texts() {
    BlockStore store = newBlockStore();
    SourceRange six = range("2001:db8:0:7::/64");
    for (SourceRange source : List.of(OTHER, six, SOURCE)) {
      assertThat(store.save(blockedAtNoon(source), Optional.empty())).isTrue();
    }
    assertThat(store.all()).extracting(Block::source).containsExactly(six, SOURCE, OTHER);
  }

  @Test
  default void pages_hold_what_is_in_force_and_nothing_twice() {
    BlockStore store = newBlockStore();
    for (int host = 1; host <= 25; host++) {
      SourceRecord blocked = blockedAtNoon(range("198.51.100." + host));
      assertThat(store.save(blocked, Optional.empty())).isTrue();
      if (host % 5 == 0) {
        assertThat(store.save(blocked.undone("sam", NOON.plusSeconds(1)), Optional.empty()))
            .isTrue();
      }
    }
    Instant now = NOON.plusSeconds(2);
    List<SourceRange> seen = new ArrayList<>();
    Optional<SourceRange> after = Optional.empty();
    do {
      BlockPage page = store.inForce(after, new PageSize(4), now);
      assertThat(page.blocks()).hasSizeLessThanOrEqualTo(4);
      page.blocks().forEach(block -> seen.add(block.source()));
      after = page.next();
    } while (after.isPresent());
    assertThat(seen).hasSize(20).isSorted().doesNotHaveDuplicates();
    assertThat(seen).doesNotContain(range("198.51.100.5"));
    Instant later = NOON.plus(Duration.ofMinutes(15));
    assertThat(store.inForce(Optional.empty(), PageSize.DEFAULT, later).blocks()).isEmpty();
  }

  @Test
  default void a_block_that_ended_is_listed_for_seven_days_and_is_not_among_those_kept() {
    BlockStore store = newBlockStore();
    SourceRecord blocked = blockedAtNoon(SOURCE);
    SourceRecord undone = blocked.undone("sam", NOON.plusSeconds(5));
    assertThat(store.save(blocked, blocked.endedBy(blocked))).isTrue();
    assertThat(ended(store, NOON.plusSeconds(5))).isEmpty();
    assertThat(store.save(undone, blocked.endedBy(undone))).isTrue();
    assertThat(store.save(undone.withoutBlock(), undone.endedBy(undone.withoutBlock()))).isTrue();

    assertThat(store.all()).isEmpty();
    assertThat(store.isEmpty()).isTrue();
    Instant last = NOON.plusSeconds(5).plus(BlockStore.ENDED_KEPT);
    assertThat(ended(store, last)).containsExactly(undone.block().orElseThrow());
    assertThat(ended(store, last.plusMillis(1))).isEmpty();
  }

  @Test
  default void what_is_not_saved_ends_no_block() {
    BlockStore store = newBlockStore();
    SourceRecord blocked = blockedAtNoon(SOURCE);
    SourceRecord undone = blocked.undone("sam", NOON.plusSeconds(5));
    assertThat(store.save(blocked, Optional.empty())).isTrue();
    assertThat(store.save(blocked.undone("kim", NOON.plusSeconds(1)), Optional.empty())).isTrue();
    assertThat(store.save(undone, blocked.endedBy(undone))).isFalse();
    assertThat(ended(store, NOON.plusSeconds(5))).isEmpty();
  }

  @Test
  default void blocks_that_ended_come_newest_end_first_in_pages() {
    BlockStore store = newBlockStore();
    List<Block> expected = new ArrayList<>();
    for (int host = 1; host <= 9; host++) {
      SourceRecord blocked = blockedAtNoon(range("198.51.100." + host));
      // Two at a time end together.
      SourceRecord undone = blocked.undone("sam", NOON.plusSeconds(host / 2));
      assertThat(store.save(blocked, Optional.empty())).isTrue();
      assertThat(store.save(undone, blocked.endedBy(undone))).isTrue();
      expected.addFirst(undone.block().orElseThrow());
    }
    Instant now = NOON.plusSeconds(60);
    List<Block> seen = new ArrayList<>();
    Optional<EndedBlockPosition> after = Optional.empty();
    do {
      EndedBlockPage page = store.ended(after, new PageSize(2), now);
      assertThat(page.blocks()).hasSizeLessThanOrEqualTo(2);
      seen.addAll(page.blocks());
      after = page.next();
    } while (after.isPresent());
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  default void a_walk_that_outlasts_the_seven_days_ends() {
    BlockStore store = newBlockStore();
    SourceRecord blocked = blockedAtNoon(SOURCE);
    SourceRecord undone = blocked.undone("sam", NOON.plusSeconds(5));
    assertThat(store.save(blocked, Optional.empty())).isTrue();
    assertThat(store.save(undone, blocked.endedBy(undone))).isTrue();
    EndedBlockPosition position = EndedBlockPosition.of(undone.block().orElseThrow());
    Instant late = NOON.plusSeconds(6).plus(BlockStore.ENDED_KEPT);
    assertThat(store.ended(Optional.of(position), PageSize.DEFAULT, late).blocks()).isEmpty();
  }

  private static List<Block> ended(BlockStore store, Instant now) {
    EndedBlockPage page = store.ended(Optional.empty(), PageSize.DEFAULT, now);
    assertThat(page.next()).isEmpty();
    return page.blocks();
  }

  @Test
  default void a_budget_is_saved_by_one_of_two() {
    BlockStore store = newBlockStore();
    assertThat(store.budget()).isEqualTo(BlockBudget.untouched());
    BlockBudget one = store.budget().spend(NOON).orElseThrow();
    BlockBudget other = store.budget().spend(NOON.plusSeconds(1)).orElseThrow();
    assertThat(store.save(one)).isTrue();
    assertThat(store.save(other)).isFalse();
    assertThat(store.budget()).isEqualTo(one);
    assertThat(store.save(one.spend(NOON.plusSeconds(2)).orElseThrow())).isTrue();
    assertThat(store.budget().spent()).containsExactly(NOON, NOON.plusSeconds(2));
  }
}
