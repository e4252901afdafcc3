package dev.rampart.domain.usecase;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.AllowedVersions;
import dev.rampart.domain.common.IpVersion;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockBudget;
import dev.rampart.domain.detection.block.BlockEnd;
import dev.rampart.domain.detection.block.BlockEvent;
import dev.rampart.domain.detection.block.BlockState;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.block.WantedSet;
import dev.rampart.domain.detection.response.Response;
import dev.rampart.domain.detection.response.SourceRecord;
import dev.rampart.domain.port.in.ManageAllowList.Allow;
import dev.rampart.domain.port.in.ManageAllowList.AllowResult;
import dev.rampart.domain.port.in.ReconcileBlocks;
import dev.rampart.domain.port.out.AddressSets;
import dev.rampart.domain.port.out.BlockExamples;
import dev.rampart.domain.port.out.BlockStore;
import dev.rampart.domain.port.out.ForwardingBlockStore;
import dev.rampart.domain.port.out.UpdateGate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten thousand blocks at a time, and a set that somebody else has filled. */
final class ReconcileUnderLoadTest {
  private static final int BLOCKS = 10_000;

  private final BlocklistWorld world = new BlocklistWorld();

  @Test
  void ten_thousand_blocks_make_one_update_in_ten_seconds_at_most() {
    List<Instant> updates = new ArrayList<>();
    AddressSets timed =
        BlocklistWorld.onReplace(world.firewall, () -> updates.add(world.clock.instant()));
    // Two workers, one after every hundred orders; the clock moves by 40 s meanwhile.
    for (int block = 0; block < BLOCKS; block++) {
      order(block);
      if (block % 100 == 99) {
        world.clock.advance(Duration.ofMillis(400));
        assertThat(world.reconciler(BlockingMode.ON, timed).reconcile()).isNotNull();
        assertThat(world.reconciler(BlockingMode.ON, timed).reconcile()).isNotNull();
      }
    }
    assertThat(updates).hasSizeBetween(3, 5);
    for (int i = 1; i < updates.size(); i++) {
      assertThat(Duration.between(updates.get(i - 1), updates.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(10));
    }
    world.clock.advance(Duration.ofSeconds(11));
    assertThat(world.reconciler(BlockingMode.ON, timed).reconcile().omitted())
        .isEqualTo(BLOCKS - BlockBudget.ENTRIES_MAX);
    assertThat(world.held(IpVersion.V4)).hasSize(BlockBudget.ENTRIES_MAX);
  }

  @Test
  void what_somebody_else_has_filled_leaves_less_room_and_is_kept() {
    Set<SourceRange> foreign = fillUpTo(9_990);
    for (int block = 0; block < 20; block++) {
      order(block);
    }
    assertThat(world.reconcile().omitted()).isEqualTo(10);
    assertThat(world.held(IpVersion.V4))
        .hasSize(WantedSet.FIREWALL_ENTRIES_MAX)
        .containsAll(foreign);
  }

  @Test
  void a_block_that_leaves_a_full_set_to_another_is_told_to_have_left_and_waits() {
    assertThat(fillUpTo(WantedSet.FIREWALL_ENTRIES_MAX - 1)).isNotEmpty();
    assertThat(world.respond(BlockExamples.stuffing("f-1"))).isInstanceOf(Response.Blocked.class);
    assertThat(world.reconcile().announced()).isEqualTo(1);
    world.clock.advance(UpdateGate.INTERVAL);
    order(1);
    assertThat(world.reconcile().omitted()).isEqualTo(1);
    assertThat(world.held(IpVersion.V4)).doesNotContain(BlockExamples.SOURCE);
    assertThat(world.published)
        .filteredOn(event -> event.block().source().equals(BlockExamples.SOURCE))
        .extracting(BlockEvent::end)
        .containsExactly(Optional.empty(), Optional.of(BlockEnd.DISPLACED));
    Block displaced = world.blocks.find(BlockExamples.SOURCE).block().orElseThrow();
    assertThat(displaced.state()).isEqualTo(BlockState.PENDING);
    assertThat(displaced.isAnnounced()).isFalse();
    assertThat(world.reconcile().announced()).isZero();
  }

  @Test
  void however_many_blocks_an_allowed_range_ends_the_firewall_is_told_first() {
    int blocked = 2 * ReconcileBlocksUseCase.SETTLED_MAX + 1;
    for (int block = 0; block < blocked; block++) {
      order(block);
    }
    assertThat(world.reconcile().updated()).isEqualTo(1);
    world.clock.advance(UpdateGate.INTERVAL);
    allow("203.0.0.0/8");
    List<SourceRange> asked = new ArrayList<>();
    List<Integer> askedBefore = new ArrayList<>();
    BlockStore counting =
        new ForwardingBlockStore(world.blocks) {
          @Override
          public SourceRecord find(SourceRange source) {
            asked.add(source);
            return super.find(source);
          }
        };
    AddressSets noting =
        BlocklistWorld.onReplace(world.firewall, () -> askedBefore.add(asked.size()));
    ReconcileBlocks reconciler = world.reconciler(BlockingMode.ON, noting, counting);
    List<Integer> ended = new ArrayList<>();
    for (int run = 0; run < 3; run++) {
      assertThat(reconciler.reconcile().inForce()).isZero();
      ended.add((int) world.blocks.all().stream().filter(this::isOver).count());
    }
    assertThat(askedBefore).containsExactly(0);
    assertThat(world.held(IpVersion.V4)).isEmpty();
    assertThat(ended)
        .containsExactly(
            ReconcileBlocksUseCase.SETTLED_MAX, 2 * ReconcileBlocksUseCase.SETTLED_MAX, blocked);
  }

  private boolean isOver(Block block) {
    return !block.isInForce(world.clock.instant());
  }

  private void allow(String range) {
    assertThat(
            world
                .allowing()
                .allow(
                    new Allow(
                        BlockExamples.range(range),
                        "a partner",
                        "sam",
                        new AllowedVersions.OneOf(Set.of(AllowedVersions.ABSENT)))))
        .isInstanceOf(AllowResult.Allowed.class);
  }

  private Set<SourceRange> fillUpTo(int entries) {
    Set<SourceRange> foreign =
        IntStream.range(0, entries)
            .mapToObj(i -> BlockExamples.range("198.18." + i / 250 + "." + i % 250))
            .collect(Collectors.toSet());
    assertThat(world.firewall.replace(IpVersion.V4, world.firewall.read(IpVersion.V4), foreign))
        .isEqualTo(AddressSets.Replacement.REPLACED);
    return foreign;
  }

  private void order(int block) {
    SourceRange source = BlockExamples.range("203." + block / 250 + ".113." + block % 250);
    assertThat(
            world.blocks.save(
                SourceRecord.unknown(source)
                    .orderedBy("sam", "a list", NOON, NOON.plus(Duration.ofDays(1))),
                Optional.empty()))
        .isTrue();
  }
}
