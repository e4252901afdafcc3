package dev.rampart.domain.usecase;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.port.out.BlockExamples.SOURCE;
import static dev.rampart.domain.port.out.BlockExamples.finding;
import static dev.rampart.domain.port.out.BlockExamples.stuffing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.AllowedVersions;
import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockEnd;
import dev.rampart.domain.detection.block.BlockState;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.block.Settlement;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.response.Response;
import dev.rampart.domain.port.in.ManageAllowList.Allow;
import dev.rampart.domain.port.in.ManageBlocks.Order;
import dev.rampart.domain.port.in.ManageBlocks.OrderResult;
import dev.rampart.domain.port.in.ManageBlocks.Undo;
import dev.rampart.domain.port.in.ManageBlocks.UndoResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever ends a block, it is listed as ended, once. */
final class EndedBlocksTest {
  private static final Duration FIRST_SPAN = Duration.ofMinutes(15);

  private static final AllowedVersions ANY = new AllowedVersions.OneOf(Set.of(0L, 1L, 2L, 3L, 4L));

  private final BlocklistWorld world = new BlocklistWorld();

  @Test
  void a_block_that_expires_is_listed_when_that_is_noticed_and_after_it_is_forgotten() {
    block();
    assertThat(world.reconcile().updated()).isEqualTo(1);
    assertThat(ended()).isEmpty();
    world.clock.advance(FIRST_SPAN);
    assertThat(world.reconcile().updated()).isEqualTo(1);
    Block over = only();
    assertThat(over.endReason()).isEqualTo(BlockEnd.EXPIRED);
    assertThat(over.state()).isEqualTo(BlockState.ENFORCED);
    assertThat(over.until()).isEqualTo(NOON.plus(FIRST_SPAN));
    world.clock.advance(Settlement.FORGOTTEN_AFTER);
    assertThat(world.reconcile()).isNotNull();
    assertThat(world.blocks.all()).isEmpty();
    assertThat(only()).isEqualTo(over);
    world.clock.advance(Duration.ofDays(7));
    assertThat(ended()).isEmpty();
  }

  @Test
  void a_block_that_is_forgotten_as_soon_as_it_is_looked_at_is_listed() {
    block();
    world.clock.advance(FIRST_SPAN.plus(Settlement.FORGOTTEN_AFTER));
    assertThat(world.reconcile().updated()).isZero();
    assertThat(world.blocks.all()).isEmpty();
    assertThat(only().state()).isEqualTo(BlockState.PENDING);
  }

  @Test
  void what_a_dry_run_would_have_blocked_says_so() {
    block();
    assertThat(world.reconciler(BlockingMode.DRY_RUN).reconcile().inForce()).isEqualTo(1);
    world.clock.advance(FIRST_SPAN);
    assertThat(world.reconciler(BlockingMode.DRY_RUN).reconcile().inForce()).isZero();
    assertThat(only().state()).isEqualTo(BlockState.WOULD_BE);
  }

  @Test
  void a_block_that_a_person_takes_back_is_listed_at_once_with_who_it_was() {
    block();
    assertThat(world.reconcile().updated()).isEqualTo(1);
    world.clock.advance(Duration.ofMinutes(1));
    assertThat(world.people().undo(new Undo(SOURCE, "sam", ANY)))
        .isInstanceOf(UndoResult.Undone.class);
    Block over = only();
    assertThat(over.end()).contains(BlockEnd.UNDONE);
    assertThat(over.endedBy()).contains("sam");
    assertThat(over.until()).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
    assertThat(world.reconcile().updated()).isEqualTo(1);
    assertThat(only()).isEqualTo(over);
  }

  @Test
  void a_block_whose_finding_was_wrong_or_whose_source_is_allowed_is_listed() {
    Finding finding = stuffing("f-1");
    block();
    world.refute(finding);
    assertThat(only().end()).contains(BlockEnd.UNDONE);
    assertThat(only().endedBy()).isEmpty();
    world.clock.advance(Duration.ofSeconds(1));
    order(NOON.plusSeconds(90));
    Allow allow = new Allow(SOURCE, "ours", "sam", ANY);
    assertThat(world.allowing().allow(allow)).isNotNull();
    assertThat(world.reconcile()).isNotNull();
    assertThat(ended()).hasSize(2);
    assertThat(ended()).extracting(Block::endReason).contains(BlockEnd.PROTECTED);
  }

  @Test
  void a_block_that_another_one_follows_before_its_end_is_noticed_is_listed() {
    block();
    world.clock.advance(FIRST_SPAN.plusSeconds(1));
    Finding next = finding("f-2", DetectorKind.CRED_STUFFING, "203.0.113.7", world.clock.instant());
    assertThat(world.respond(next)).isInstanceOf(Response.Blocked.class);
    assertThat(only().until()).isEqualTo(NOON.plus(FIRST_SPAN));
    assertThat(world.reconcile().inForce()).isEqualTo(1);
    assertThat(ended()).hasSize(1);
  }

  @Test
  void an_order_that_changes_a_block_in_force_ends_none() {
    block();
    order(NOON.plus(Duration.ofHours(1)));
    order(NOON.plus(Duration.ofHours(2)));
    assertThat(ended()).isEmpty();
  }

  private void block() {
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Response.Blocked.class);
  }

  private void order(Instant until) {
    Instant now = world.clock.instant();
    Order order = new Order(SOURCE, "a list", now, until, "sam", ANY);
    assertThat(world.people().order(order)).isInstanceOf(OrderResult.Ordered.class);
  }

  private Block only() {
    assertThat(ended()).hasSize(1);
    return ended().getFirst();
  }

  private List<Block> ended() {
    return world.people().listEnded(Optional.empty(), PageSize.DEFAULT).blocks();
  }
}
