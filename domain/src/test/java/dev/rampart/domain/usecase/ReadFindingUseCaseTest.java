package dev.rampart.domain.usecase;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.port.out.BlockExamples.SOURCE;
import static dev.rampart.domain.port.out.BlockExamples.detected;
import static dev.rampart.domain.port.out.BlockExamples.finding;
import static dev.rampart.domain.port.out.BlockExamples.range;
import static dev.rampart.domain.port.out.BlockExamples.stuffing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.AllowedVersions;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.response.ProposalReason;
import dev.rampart.domain.detection.response.Response;
import dev.rampart.domain.detection.response.Response.Blocked;
import dev.rampart.domain.detection.response.Response.NoResponse;
import dev.rampart.domain.detection.response.Response.Proposed;
import dev.rampart.domain.port.in.ManageBlocks.Order;
import dev.rampart.domain.port.in.ManageBlocks.OrderResult;
import dev.rampart.domain.port.in.ManageBlocks.Undo;
import dev.rampart.domain.port.in.ManageBlocks.UndoResult;
import dev.rampart.domain.port.in.ReadFinding;
import dev.rampart.domain.port.out.InMemoryFindingStore;
import dev.rampart.domain.port.out.UpdateGate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReadFindingUseCaseTest {
  private static final Instant FIRST_END = NOON.plus(Duration.ofMinutes(15));

  private final BlocklistWorld world = new BlocklistWorld();

  @Test
  void a_block_is_the_response_until_it_ends() {
    respond(stuffing("f-1"), BlockingMode.ON);
    assertThat(response(stuffing("f-1"))).isEqualTo(new Blocked(FIRST_END));
    world.clock.advance(Duration.ofMinutes(15));
    assertThat(response(stuffing("f-1"))).isEqualTo(new NoResponse());
  }

  @Test
  void what_the_dry_run_proposed_is_over_with_its_block() {
    respond(stuffing("f-1"), BlockingMode.DRY_RUN);
    assertThat(response(stuffing("f-1"), BlockingMode.DRY_RUN))
        .isEqualTo(new Proposed(ProposalReason.DRY_RUN));
    world.clock.advance(Duration.ofMinutes(15));
    assertThat(response(stuffing("f-1"), BlockingMode.DRY_RUN)).isEqualTo(new NoResponse());
  }

  @Test
  void what_a_person_orders_in_the_dry_run_is_a_proposal_from_the_first_answer_on() {
    Finding unsure = finding("f-1", DetectorKind.BURST_PROBE, "203.0.113.7", NOON);
    respond(unsure, BlockingMode.DRY_RUN);
    order(Duration.ofHours(3));
    Proposed proposed = new Proposed(ProposalReason.DRY_RUN);
    assertThat(response(unsure, BlockingMode.DRY_RUN)).isEqualTo(proposed);
    reconcile(BlockingMode.DRY_RUN);
    assertThat(response(unsure, BlockingMode.DRY_RUN)).isEqualTo(proposed);
  }

  @Test
  void a_finding_whose_block_has_expired_has_the_end_of_the_block_that_followed() {
    respond(stuffing("f-1"), BlockingMode.ON);
    world.clock.advance(Duration.ofMinutes(20));
    Instant again = world.clock.instant();
    respond(finding("f-2", DetectorKind.LOW_AND_SLOW, "203.0.113.7", again), BlockingMode.ON);
    assertThat(response(stuffing("f-1"))).isEqualTo(new Blocked(again.plus(Duration.ofHours(1))));
  }

  @Test
  void after_a_switch_to_the_dry_run_a_block_is_a_proposal() {
    respond(stuffing("f-1"), BlockingMode.ON);
    reconcile(BlockingMode.ON);
    reconcile(BlockingMode.DRY_RUN);
    assertThat(response(stuffing("f-1"))).isEqualTo(new Proposed(ProposalReason.DRY_RUN));
  }

  @Test
  void after_blocking_is_switched_on_a_proposal_of_the_dry_run_is_a_block() {
    respond(stuffing("f-1"), BlockingMode.DRY_RUN);
    reconcile(BlockingMode.DRY_RUN);
    reconcile(BlockingMode.ON);
    assertThat(response(stuffing("f-1"))).isEqualTo(new Blocked(FIRST_END));
  }

  @Test
  void the_end_is_the_one_that_a_person_gave_the_block() {
    respond(stuffing("f-1"), BlockingMode.ON);
    order(Duration.ofHours(3));
    assertThat(response(stuffing("f-1"))).isEqualTo(new Blocked(NOON.plus(Duration.ofHours(3))));
  }

  @Test
  void what_was_proposed_is_blocked_once_a_person_blocks_it() {
    Finding unsure = finding("f-1", DetectorKind.BURST_PROBE, "203.0.113.7", NOON);
    respond(unsure, BlockingMode.ON);
    assertThat(response(unsure)).isEqualTo(new Proposed(ProposalReason.UNSURE));
    order(Duration.ofHours(3));
    assertThat(response(unsure)).isEqualTo(new Blocked(NOON.plus(Duration.ofHours(3))));
  }

  @Test
  void whoever_is_within_a_blocked_range_is_blocked() {
    Finding unsure = finding("f-1", DetectorKind.BURST_PROBE, "203.0.113.7", NOON);
    respond(unsure, BlockingMode.ON);
    Instant end = NOON.plus(Duration.ofHours(3));
    for (String wider : List.of("203.0.112.0/22", "203.0.113.6/31")) {
      order(range(wider), end);
      assertThat(response(unsure)).isEqualTo(new Blocked(end));
      end = end.plus(Duration.ofHours(1));
    }
    world.clock.advance(Duration.ofHours(5));
    assertThat(response(unsure)).isEqualTo(new Proposed(ProposalReason.UNSURE));
  }

  @Test
  void nothing_is_done_about_a_finding_that_a_person_took_back_whoever_is_blocked_later() {
    respond(stuffing("f-1"), BlockingMode.ON);
    assertThat(world.people().undo(new Undo(SOURCE, "sam", new AllowedVersions.Existing())))
        .isInstanceOf(UndoResult.Undone.class);
    assertThat(response(stuffing("f-1"))).isEqualTo(new NoResponse());
    world.clock.advance(Duration.ofMinutes(1));
    respond(
        finding("f-2", DetectorKind.CRED_STUFFING, "203.0.113.7", world.clock.instant()),
        BlockingMode.ON);
    assertThat(response(stuffing("f-1"))).isEqualTo(new NoResponse());
  }

  @Test
  void a_finding_that_its_detector_has_followed_up_still_has_its_block() {
    respond(stuffing("f-1"), BlockingMode.ON);
    respond(
        finding("f-2", DetectorKind.CRED_STUFFING, "203.0.113.7", NOON.plusSeconds(1)),
        BlockingMode.ON);
    assertThat(response(stuffing("f-1"))).isEqualTo(new Blocked(FIRST_END));
  }

  private void respond(Finding finding, BlockingMode mode) {
    assertThat(world.responder(mode).respond(List.of(detected(finding))).failed()).isEmpty();
  }

  private void reconcile(BlockingMode mode) {
    assertThat(world.reconciler(mode).reconcile().deferred()).isZero();
    world.clock.advance(UpdateGate.INTERVAL);
  }

  private void order(SourceRange source, Instant end) {
    Order order =
        new Order(source, "mine", NOON, end, "sam", new AllowedVersions.OneOf(Set.of(0L)));
    assertThat(world.people().order(order)).isInstanceOf(OrderResult.Ordered.class);
  }

  private void order(Duration span) {
    long version =
        world.blocks.find(SOURCE).block().map(Block::version).orElse(AllowedVersions.ABSENT);
    Order order =
        new Order(
            SOURCE,
            "mine",
            world.clock.instant(),
            world.clock.instant().plus(span),
            "sam",
            new AllowedVersions.OneOf(Set.of(version)));
    assertThat(world.people().order(order)).isInstanceOf(OrderResult.Ordered.class);
  }

  private Response response(Finding finding) {
    return response(finding, BlockingMode.ON);
  }

  private Response response(Finding finding, BlockingMode mode) {
    InMemoryFindingStore store = new InMemoryFindingStore();
    assertThat(store.openOrUpdate(finding, finding.lastSeen())).isNotNull();
    ReadFinding.Result read =
        new ReadFindingUseCase(store, world.blocks, mode, world.clock).read(finding.id());
    assertThat(read).isInstanceOf(ReadFinding.Result.Found.class);
    return ((ReadFinding.Result.Found) read).response();
  }
}
