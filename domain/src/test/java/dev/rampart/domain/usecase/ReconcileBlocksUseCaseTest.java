package dev.rampart.domain.usecase;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.port.out.BlockExamples.OTHER;
import static dev.rampart.domain.port.out.BlockExamples.SOURCE;
import static dev.rampart.domain.port.out.BlockExamples.finding;
import static dev.rampart.domain.port.out.BlockExamples.range;
import static dev.rampart.domain.port.out.BlockExamples.stuffing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.AllowedVersions;
import dev.rampart.domain.common.IpVersion;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockEnd;
import dev.rampart.domain.detection.block.BlockEvent;
import dev.rampart.domain.detection.block.BlockState;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.block.Settlement;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.response.Response;
import dev.rampart.domain.detection.response.SourceRecord;
import dev.rampart.domain.port.in.ManageAllowList.Allow;
import dev.rampart.domain.port.in.ManageAllowList.AllowResult;
import dev.rampart.domain.port.in.ManageBlocks;
import dev.rampart.domain.port.in.ManageBlocks.Order;
import dev.rampart.domain.port.in.ManageBlocks.OrderResult;
import dev.rampart.domain.port.in.ManageBlocks.Undo;
import dev.rampart.domain.port.in.ManageBlocks.UndoResult;
import dev.rampart.domain.port.in.ReconcileBlocks;
import dev.rampart.domain.port.out.BlockStore;
import dev.rampart.domain.port.out.ForwardingBlockStore;
import dev.rampart.domain.port.out.UpdateGate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ReconcileBlocksUseCaseTest {
  private final BlocklistWorld world = new BlocklistWorld();

  @Test
  void a_block_reaches_the_firewall_and_leaves_it_when_it_expires() {
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Response.Blocked.class);
    assertThat(world.reconcile().updated()).isEqualTo(1);
    assertThat(world.held(IpVersion.V4)).containsExactly(SOURCE);
    assertThat(block().state()).isEqualTo(BlockState.ENFORCED);
    world.clock.advance(Duration.ofMinutes(15));
    assertThat(world.reconcile().updated()).isEqualTo(1);
    assertThat(world.held(IpVersion.V4)).isEmpty();
    assertThat(world.published)
        .extracting(BlockEvent::change)
        .containsExactly(BlockEvent.Change.BLOCKED, BlockEvent.Change.UNBLOCKED);
    assertThat(world.published.getLast().end()).contains(BlockEnd.EXPIRED);
  }

  @Test
  void nothing_is_changed_or_told_twice() {
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Response.Blocked.class);
    for (int run = 0; run < 3; run++) {
      assertThat(world.reconcile()).isNotNull();
      world.clock.advance(UpdateGate.INTERVAL);
    }
    assertThat(world.updates).isEqualTo(1);
    assertThat(world.published).hasSize(1);
  }

  @Test
  void without_blocks_the_firewall_is_not_even_read() {
    assertThat(world.reconciler(BlockingMode.ON, new UnreachableSets()).reconcile().updated())
        .isZero();
  }

  @Test
  void a_run_reads_the_blocks_once_and_none_while_the_sets_cannot_be_changed() {
    AtomicInteger reads = new AtomicInteger();
    BlockStore counting =
        new ForwardingBlockStore(world.blocks) {
          @Override
          public List<Block> all() {
            reads.incrementAndGet();
            return super.all();
          }
        };
    ReconcileBlocks reconciler = world.reconciler(BlockingMode.ON, world.countedSets(), counting);
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Response.Blocked.class);
    assertThat(reconciler.reconcileIfOpen()).isPresent();
    assertThat(reads).hasValue(1);
    assertThat(reconciler.reconcileIfOpen()).isEmpty();
    assertThat(reads).hasValue(1);
    world.clock.advance(UpdateGate.INTERVAL);
    assertThat(reconciler.reconcileIfOpen()).isPresent();
    assertThat(reads).hasValue(2);
  }

  @Test
  void a_second_change_waits_for_its_interval() {
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Response.Blocked.class);
    assertThat(world.reconcile().updated()).isEqualTo(1);
    assertThat(world.respond(finding("f-2", DetectorKind.CRED_STUFFING, "203.0.113.9", NOON)))
        .isInstanceOf(Response.Blocked.class);
    assertThat(world.reconcile().deferred()).isEqualTo(1);
    assertThat(world.held(IpVersion.V4)).containsExactly(SOURCE);
    world.clock.advance(UpdateGate.INTERVAL);
    assertThat(world.reconcile().updated()).isEqualTo(1);
    assertThat(world.held(IpVersion.V4)).containsExactlyInAnyOrder(SOURCE, OTHER);
    assertThat(world.published).hasSize(2);
  }

  @Test
  void both_versions_have_their_set() {
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Response.Blocked.class);
    assertThat(world.respond(finding("f-6", DetectorKind.CRED_STUFFING, "2001:db8:0:7::/64", NOON)))
        .isInstanceOf(Response.Blocked.class);
    assertThat(world.reconcile().updated()).isEqualTo(2);
    assertThat(world.held(IpVersion.V4)).containsExactly(SOURCE);
    assertThat(world.held(IpVersion.V6)).containsExactly(range("2001:db8:0:7::/64"));
  }

  @Test
  void entries_of_somebody_else_stay() {
    assertThat(
            world.firewall.replace(
                IpVersion.V4, world.firewall.read(IpVersion.V4), Set.of(range("192.0.2.0/24"))))
        .isNotNull();
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Response.Blocked.class);
    assertThat(world.reconcile().foreign()).isEqualTo(1);
    assertThat(world.held(IpVersion.V4)).containsExactlyInAnyOrder(SOURCE, range("192.0.2.0/24"));
    world.clock.advance(Duration.ofMinutes(16));
    assertThat(world.reconcile().updated()).isEqualTo(1);
    assertThat(world.held(IpVersion.V4)).containsExactly(range("192.0.2.0/24"));
  }

  @Test
  void an_undone_block_leaves_at_once_and_its_finding_does_not_bring_it_back() {
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Response.Blocked.class);
    assertThat(world.reconcile().announced()).isEqualTo(1);
    world.clock.advance(UpdateGate.INTERVAL);
    assertThat(world.people().undo(new Undo(SOURCE, "sam", new AllowedVersions.Existing())))
        .isInstanceOf(UndoResult.Undone.class);
    assertThat(world.ordered).containsExactly(SOURCE);
    assertThat(world.reconcile().updated()).isEqualTo(1);
    assertThat(world.held(IpVersion.V4)).isEmpty();
    assertThat(world.published.getLast().end()).contains(BlockEnd.UNDONE);
    assertThat(world.published.getLast().block().endedBy()).contains("sam");
    world.clock.advance(Duration.ofMinutes(1));
    assertThat(
            world.respond(
                finding("f-1", DetectorKind.CRED_STUFFING, "203.0.113.7", world.clock.instant())))
        .isEqualTo(new Response.NoResponse());
    assertThat(world.reconcile().inForce()).isZero();
  }

  @Test
  void a_block_that_is_undone_while_it_is_told_is_told_to_be_over() {
    AtomicBoolean undone = new AtomicBoolean();
    BlockStore changing =
        new ForwardingBlockStore(world.blocks) {
          @Override
          public SourceRecord find(SourceRange source) {
            if (!world.published.isEmpty() && undone.compareAndSet(false, true)) {
              var _ = world.people().undo(new Undo(SOURCE, "sam", new AllowedVersions.Existing()));
            }
            return super.find(source);
          }
        };
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Response.Blocked.class);
    ReconcileBlocks reconciler = world.reconciler(BlockingMode.ON, world.countedSets(), changing);
    assertThat(reconciler.reconcile().announced()).isEqualTo(1);
    world.clock.advance(UpdateGate.INTERVAL);
    assertThat(world.reconcile().updated()).isEqualTo(1);
    assertThat(world.published)
        .extracting(BlockEvent::change)
        .containsExactly(BlockEvent.Change.BLOCKED, BlockEvent.Change.UNBLOCKED);
  }

  @Test
  void a_person_blocks_for_as_long_as_wanted_and_changes_the_end() {
    Order order =
        new Order(
            SOURCE,
            "seen in the news",
            world.clock.instant(),
            world.clock.instant().plus(Duration.ofDays(2)),
            "sam",
            new AllowedVersions.OneOf(Set.of(0L)));
    assertThat(world.people().order(order)).isInstanceOf(OrderResult.Ordered.class);
    assertThat(world.people().order(order)).isEqualTo(new OrderResult.PreconditionFailed());
    assertThat(world.reconcile().announced()).isEqualTo(1);
    Order shorter =
        new Order(
            SOURCE,
            "not so bad",
            world.clock.instant(),
            world.clock.instant().plus(Duration.ofHours(1)),
            "sam",
            new AllowedVersions.OneOf(Set.of(block().version())));
    assertThat(world.people().order(shorter)).isInstanceOf(OrderResult.Ordered.class);
    assertThat(world.reconcile().announced()).isEqualTo(1);
    assertThat(world.updates).isEqualTo(1);
    assertThat(world.published).extracting(BlockEvent::id).doesNotHaveDuplicates();
    world.clock.advance(Duration.ofHours(1));
    assertThat(world.reconcile().updated()).isEqualTo(1);
    assertThat(world.published.getLast().change()).isEqualTo(BlockEvent.Change.UNBLOCKED);
  }

  @Test
  void a_block_ends_when_it_was_ordered_to_however_long_the_order_took() {
    Instant end = world.clock.instant().plus(ManageBlocks.SPAN_MIN);
    Order order =
        new Order(
            SOURCE,
            "short",
            world.clock.instant(),
            end,
            "sam",
            new AllowedVersions.OneOf(Set.of(0L)));
    world.clock.advance(Duration.ofMillis(7));
    assertThat(world.people().order(order)).isInstanceOf(OrderResult.Ordered.class);
    assertThat(block().until()).isEqualTo(end);
  }

  @Test
  void a_source_that_is_allowed_is_freed_and_cannot_be_ordered_to_be_blocked() {
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Response.Blocked.class);
    assertThat(world.reconcile().updated()).isEqualTo(1);
    world.clock.advance(UpdateGate.INTERVAL);
    Allow allow =
        new Allow(
            range("203.0.113.0/24"),
            "a partner",
            "sam",
            new AllowedVersions.OneOf(Set.of(AllowedVersions.ABSENT)));
    assertThat(world.allowing().allow(allow)).isInstanceOf(AllowResult.Allowed.class);
    assertThat(world.reconcile().updated()).isEqualTo(1);
    assertThat(world.held(IpVersion.V4)).isEmpty();
    assertThat(world.published.getLast().end()).contains(BlockEnd.PROTECTED);
    assertThat(world.principals).containsExactly("sam");
    Order order =
        new Order(
            SOURCE,
            "still",
            world.clock.instant(),
            world.clock.instant().plus(Duration.ofHours(1)),
            "sam",
            new AllowedVersions.OneOf(Set.of(AllowedVersions.ABSENT)));
    assertThat(world.people().order(order)).isInstanceOf(OrderResult.Protected.class);
  }

  @Test
  void in_the_dry_run_the_firewall_gets_nothing_and_nobody_is_told() {
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Response.Blocked.class);
    assertThat(world.reconciler(BlockingMode.DRY_RUN).reconcile().inForce()).isEqualTo(1);
    assertThat(world.updates).isZero();
    assertThat(world.published).isEmpty();
    assertThat(block().state()).isEqualTo(BlockState.WOULD_BE);
    assertThat(world.reconcile().updated()).isEqualTo(1);
    assertThat(block().state()).isEqualTo(BlockState.ENFORCED);
  }

  @Test
  void a_switch_to_the_dry_run_frees_what_was_blocked() {
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Response.Blocked.class);
    assertThat(world.reconcile().updated()).isEqualTo(1);
    world.clock.advance(UpdateGate.INTERVAL);
    assertThat(world.reconciler(BlockingMode.DRY_RUN).reconcile().updated()).isEqualTo(1);
    assertThat(world.held(IpVersion.V4)).isEmpty();
    assertThat(world.published.getLast().end()).contains(BlockEnd.DRY_RUN);
    assertThat(block().state()).isEqualTo(BlockState.WOULD_BE);
  }

  @Test
  void every_switch_of_the_mode_is_an_event_of_its_own() {
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Response.Blocked.class);
    for (BlockingMode mode :
        List.of(BlockingMode.ON, BlockingMode.DRY_RUN, BlockingMode.ON, BlockingMode.DRY_RUN)) {
      assertThat(world.reconciler(mode).reconcile().announced()).isEqualTo(1);
      world.clock.advance(UpdateGate.INTERVAL);
    }
    assertThat(world.published).extracting(BlockEvent::id).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void a_block_is_forgotten_some_time_after_it_has_left() {
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Response.Blocked.class);
    assertThat(world.reconcile().updated()).isEqualTo(1);
    world.clock.advance(Duration.ofMinutes(15));
    assertThat(world.reconcile().updated()).isEqualTo(1);
    assertThat(block().state()).isEqualTo(BlockState.REMOVED);
    world.clock.advance(Settlement.FORGOTTEN_AFTER);
    assertThat(world.reconcile().updated()).isZero();
    assertThat(world.blocks.all()).isEmpty();
    assertThat(world.blocks.find(SOURCE).strikes()).isEqualTo(1);
  }

  private Block block() {
    return world.blocks.find(SOURCE).block().orElseThrow();
  }
}
