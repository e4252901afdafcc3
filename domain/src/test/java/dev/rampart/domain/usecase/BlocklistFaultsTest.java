package dev.rampart.domain.usecase;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.port.out.BlockExamples.OTHER;
import static dev.rampart.domain.port.out.BlockExamples.SOURCE;
import static dev.rampart.domain.port.out.BlockExamples.detected;
import static dev.rampart.domain.port.out.BlockExamples.finding;
import static dev.rampart.domain.port.out.BlockExamples.range;
import static dev.rampart.domain.port.out.BlockExamples.stuffing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.domain.common.AllowedVersions;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.IpVersion;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockBudget;
import dev.rampart.domain.detection.block.BlockEvent;
import dev.rampart.domain.detection.block.BlockLadder;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.block.Settlement;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.response.ProposalReason;
import dev.rampart.domain.detection.response.Response;
import dev.rampart.domain.detection.response.ResponsePolicy;
import dev.rampart.domain.detection.response.SourceRecord;
import dev.rampart.domain.port.in.ManageBlocks.Undo;
import dev.rampart.domain.port.in.ManageBlocks.UndoResult;
import dev.rampart.domain.port.in.ReconcileBlocks;
import dev.rampart.domain.port.in.RespondToThreats;
import dev.rampart.domain.port.out.AddressSets;
import dev.rampart.domain.port.out.BlockStore;
import dev.rampart.domain.port.out.ForwardingBlockStore;
import dev.rampart.domain.port.out.OperatorAddresses;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.UpdateGate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Crashes, lost answers, lost locks and workers beside each other. */
final class BlocklistFaultsTest {
  private final BlocklistWorld world = new BlocklistWorld();

  @BeforeEach
  void block() {
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Response.Blocked.class);
  }

  @Test
  void a_crash_before_the_update_costs_nothing_but_time() {
    AddressSets crashing = world.countedSets();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                world
                    .reconciler(
                        BlockingMode.ON,
                        BlocklistWorld.onReplace(
                            crashing,
                            () -> {
                              throw new IllegalStateException("out of memory");
                            }))
                    .reconcile());
    assertThat(world.published).isEmpty();
    world.clock.advance(UpdateGate.INTERVAL);
    assertThat(world.reconcile().announced()).isEqualTo(1);
    assertThat(world.held(IpVersion.V4)).containsExactly(SOURCE);
  }

  @Test
  void a_crash_between_update_and_event_delays_the_event() {
    world.publisherIsDown = true;
    assertThatExceptionOfType(PortUnavailable.class).isThrownBy(world::reconcile);
    assertThat(world.held(IpVersion.V4)).containsExactly(SOURCE);
    assertThat(world.published).isEmpty();
    world.publisherIsDown = false;
    assertThat(world.reconcile().announced()).isEqualTo(1);
    assertThat(world.updates).isEqualTo(1);
    assertThat(world.reconcile().announced()).isZero();
  }

  @Test
  void a_crash_between_event_and_note_repeats_the_event_under_its_id() {
    BlockStore crashing =
        new ForwardingBlockStore(world.blocks) {
          @Override
          public boolean save(SourceRecord changed, Optional<Block> ended) {
            throw new PortUnavailable("no answer");
          }
        };
    ReconcileBlocks reconciler = world.reconciler(BlockingMode.ON, world.countedSets(), crashing);
    assertThatExceptionOfType(PortUnavailable.class).isThrownBy(reconciler::reconcile);
    assertThat(world.reconcile().announced()).isEqualTo(1);
    assertThat(world.published).hasSize(2);
    assertThat(world.published.stream().map(BlockEvent::id).distinct()).hasSize(1);
  }

  @Test
  void a_lost_answer_of_the_firewall_tells_nobody_anything_until_the_set_was_read() {
    AddressSets losing =
        new AddressSets() {
          @Override
          public AddressSet read(IpVersion version) {
            return world.firewall.read(version);
          }

          @Override
          public Replacement replace(IpVersion version, AddressSet read, Set<SourceRange> entries) {
            assertThat(world.firewall.replace(version, read, entries))
                .isEqualTo(Replacement.REPLACED);
            throw new PortUnavailable("no answer");
          }
        };
    assertThat(world.reconciler(BlockingMode.ON, losing).reconcile().deferred()).isEqualTo(1);
    assertThat(world.published).isEmpty();
    assertThat(world.reconcile().announced()).isEqualTo(1);
    assertThat(world.updates).isZero();
  }

  @Test
  void after_a_lost_lock_the_next_run_computes_from_what_is_there_by_then() {
    AddressSets beaten =
        BlocklistWorld.onReplace(
            world.countedSets(),
            () ->
                assertThat(
                        world.firewall.replace(
                            IpVersion.V4,
                            world.firewall.read(IpVersion.V4),
                            Set.of(range("192.0.2.1"))))
                    .isEqualTo(AddressSets.Replacement.REPLACED));
    assertThat(world.reconciler(BlockingMode.ON, beaten).reconcile().deferred()).isEqualTo(1);
    assertThat(world.held(IpVersion.V4)).containsExactly(range("192.0.2.1"));
    assertThat(world.published).isEmpty();
    world.clock.advance(UpdateGate.INTERVAL);
    assertThat(world.reconcile().updated()).isEqualTo(1);
    assertThat(world.held(IpVersion.V4)).containsExactlyInAnyOrder(range("192.0.2.1"), SOURCE);
  }

  @Test
  void a_throttled_firewall_is_not_asked_again_before_the_interval_is_over() {
    List<Instant> calls = new ArrayList<>();
    AddressSets throttling =
        new AddressSets() {
          @Override
          public AddressSet read(IpVersion version) {
            return world.firewall.read(version);
          }

          @Override
          public Replacement replace(IpVersion version, AddressSet read, Set<SourceRange> entries) {
            calls.add(world.clock.instant());
            return Replacement.THROTTLED;
          }
        };
    for (int second = 0; second < 60; second++) {
      assertThat(world.reconciler(BlockingMode.ON, throttling).reconcile().updated()).isZero();
      world.clock.advance(Duration.ofSeconds(1));
    }
    assertThat(calls).hasSizeBetween(2, 6);
    assertThat(world.reconcile()).isNotNull();
    world.clock.advance(UpdateGate.INTERVAL);
    assertThat(world.reconcile()).isNotNull();
    assertThat(world.held(IpVersion.V4)).containsExactly(SOURCE);
  }

  @Test
  void a_worker_that_read_before_a_block_was_undone_cannot_bring_it_back() {
    assertThat(world.reconcile().updated()).isEqualTo(1);
    world.clock.advance(UpdateGate.INTERVAL);
    assertThat(
            world.respond(
                finding("f-2", DetectorKind.CRED_STUFFING, "203.0.113.9", world.clock.instant())))
        .isInstanceOf(Response.Blocked.class);
    // The slow worker has read both blocks; the quick one takes the first out meanwhile.
    AddressSets slow =
        BlocklistWorld.onReplace(
            world.countedSets(),
            () -> {
              assertThat(
                      world.people().undo(new Undo(SOURCE, "sam", new AllowedVersions.Existing())))
                  .isInstanceOf(UndoResult.Undone.class);
              world.clock.advance(UpdateGate.INTERVAL);
              assertThat(world.reconcile().updated()).isEqualTo(1);
            });
    assertThat(world.reconciler(BlockingMode.ON, slow).reconcile().updated()).isZero();
    assertThat(world.held(IpVersion.V4)).containsExactly(OTHER);
    world.clock.advance(Duration.ofMinutes(20));
    assertThat(world.reconcile().foreign()).isZero();
    assertThat(world.held(IpVersion.V4)).isEmpty();
  }

  @Test
  void a_block_that_was_undone_before_it_was_applied_leaves_no_foreign_entry() {
    AddressSets slow =
        BlocklistWorld.onReplace(
            world.countedSets(),
            () -> {
              assertThat(
                      world.people().undo(new Undo(SOURCE, "sam", new AllowedVersions.Existing())))
                  .isInstanceOf(UndoResult.Undone.class);
              assertThat(world.reconcile().updated()).isZero();
            });
    assertThat(world.reconciler(BlockingMode.ON, slow).reconcile().updated()).isEqualTo(1);
    assertThat(world.held(IpVersion.V4)).containsExactly(SOURCE);
    world.clock.advance(UpdateGate.INTERVAL);
    assertThat(world.reconcile().updated()).isEqualTo(1);
    assertThat(world.held(IpVersion.V4)).isEmpty();
    world.clock.advance(Settlement.FORGOTTEN_AFTER);
    assertThat(world.reconcile().foreign()).isZero();
  }

  @Test
  void a_worker_that_is_overtaken_at_the_budget_reads_it_again() {
    OvertakenStore overtaken = new OvertakenStore(world.blocks, this::respondElsewhere);
    RespondToThreats responder = world.responder(BlockingMode.ON, overtaken);
    List<Response> responses = new ArrayList<>();
    for (int host = 0; host < BlockBudget.BLOCKS_MAX; host++) {
      overtaken.waits = true;
      responses.add(
          responder
              .respond(List.of(detected(threat("f-slow-" + host, "198.51.0." + host))))
              .decisions()
              .getFirst()
              .response());
    }
    assertThat(world.blocks.all()).hasSize(BlockBudget.BLOCKS_MAX);
    assertThat(overtaken.lost).isPositive();
    assertThat(responses)
        .hasAtLeastOneElementOfType(Response.Blocked.class)
        .endsWith(new Response.Proposed(ProposalReason.BUDGET));
  }

  /** The quick worker, which spends one of the budget if it has one left. */
  private void respondElsewhere() {
    int host = world.decided.size();
    assertThat(world.respond(threat("f-quick-" + host, "198.51.1." + host))).isNotNull();
  }

  private static Finding threat(String id, String address) {
    return finding(id, DetectorKind.CRED_STUFFING, address, NOON);
  }

  /** Lets something happen between the read of the budget and the save that follows it. */
  private static final class OvertakenStore extends ForwardingBlockStore {
    private final Runnable meanwhile;
    private boolean waits;
    private int lost;

    OvertakenStore(BlockStore store, Runnable meanwhile) {
      super(store);
      this.meanwhile = meanwhile;
    }

    @Override
    public boolean save(BlockBudget changed) {
      if (waits) {
        waits = false;
        meanwhile.run();
      }
      boolean saved = super.save(changed);
      lost += saved ? 0 : 1;
      return saved;
    }
  }

  @Test
  void a_store_that_does_not_answer_fails_the_threats_it_was_for() {
    RespondToThreats.Result result =
        new RespondToThreatsUseCase(
                world.blocks,
                new NeverBlocked(
                    Set.of(),
                    world.allowList,
                    new OperatorAddresses() {
                      @Override
                      public void seen(IpAddress address, Instant at) {}

                      @Override
                      public Set<SourceRange> recent(Instant now) {
                        throw new PortUnavailable("no answer");
                      }
                    }),
                (_, _) -> 0,
                _ -> Optional.empty(),
                new NoBlockMetrics(),
                ResponsePolicy.STANDARD,
                BlockLadder.STANDARD,
                BlockingMode.ON,
                world.clock)
            .respond(List.of(detected(stuffing("f-9"))));
    assertThat(result.failed()).containsExactly(stuffing("f-9").id());
    assertThat(result.decisions()).isEmpty();
  }
}
