package dev.rampart.domain.usecase;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.IpVersion;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.BlockEvent;
import dev.rampart.domain.detection.block.BlockLadder;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.response.Response;
import dev.rampart.domain.detection.response.ResponseDecision;
import dev.rampart.domain.detection.response.ResponsePolicy;
import dev.rampart.domain.port.in.ManageAllowList;
import dev.rampart.domain.port.in.ManageBlocks;
import dev.rampart.domain.port.in.ReconcileBlocks;
import dev.rampart.domain.port.in.RespondToThreats;
import dev.rampart.domain.port.in.RespondToThreats.ThreatReport;
import dev.rampart.domain.port.out.AddressSets;
import dev.rampart.domain.port.out.BlockExamples;
import dev.rampart.domain.port.out.BlockMetrics;
import dev.rampart.domain.port.out.BlockStore;
import dev.rampart.domain.port.out.InMemoryAddressSets;
import dev.rampart.domain.port.out.InMemoryAllowListStore;
import dev.rampart.domain.port.out.InMemoryBlockStore;
import dev.rampart.domain.port.out.InMemoryOperatorAddresses;
import dev.rampart.domain.port.out.InMemoryUpdateGate;
import dev.rampart.domain.port.out.MovableClock;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that blocks are decided, kept and applied with, in memory, with faults on demand. */
final class BlocklistWorld {
  final MovableClock clock = new MovableClock(NOON);
  final InMemoryBlockStore blocks = new InMemoryBlockStore();
  final InMemoryAllowListStore allowList = new InMemoryAllowListStore();
  final InMemoryOperatorAddresses operators = new InMemoryOperatorAddresses();
  final InMemoryUpdateGate gate = new InMemoryUpdateGate();
  final InMemoryAddressSets firewall = new InMemoryAddressSets();
  final List<BlockEvent> published = new ArrayList<>();
  final List<ResponseDecision> decided = new ArrayList<>();
  final Map<SourceRange, Integer> people = new HashMap<>();
  final Map<IpAddress, String> names = new HashMap<>();
  final Set<SourceRange> owner = new HashSet<>();
  final List<SourceRange> ordered = new ArrayList<>();
  final List<String> principals = new ArrayList<>();
  boolean publisherIsDown;
  int updates;

  RespondToThreats responder(BlockingMode mode) {
    return responder(mode, blocks);
  }

  RespondToThreats responder(BlockingMode mode, BlockStore store) {
    return new RespondToThreatsUseCase(
        store,
        neverBlocked(),
        (source, _) -> people.getOrDefault(source, 0),
        address -> Optional.ofNullable(names.get(address)),
        metrics(),
        ResponsePolicy.STANDARD,
        BlockLadder.STANDARD,
        mode,
        clock);
  }

  ReconcileBlocks reconciler(BlockingMode mode) {
    return reconciler(mode, countedSets());
  }

  ReconcileBlocks reconciler(BlockingMode mode, AddressSets sets) {
    return reconciler(mode, sets, blocks);
  }

  ReconcileBlocks reconciler(BlockingMode mode, AddressSets sets, BlockStore store) {
    return new ReconcileBlocksUseCase(
        store, neverBlocked(), sets, gate, this::publish, metrics(), mode, clock);
  }

  ManageBlocks people() {
    return new ManageBlocksUseCase(blocks, neverBlocked(), this::order, BlockingMode.ON, clock);
  }

  ManageAllowList allowing() {
    return new ManageAllowListUseCase(allowList, this::order, clock);
  }

  /** Answers one finding with blocking on, and returns the response. */
  Response respond(Finding finding) {
    return responder(BlockingMode.ON)
        .respond(List.of(BlockExamples.detected(finding)))
        .decisions()
        .getFirst()
        .response();
  }

  /** Tells that somebody judged a finding as wrong. */
  void refute(Finding finding) {
    assertThat(
            responder(BlockingMode.ON)
                .respond(List.of(new ThreatReport(Threat.Change.RESOLVED, finding, true)))
                .failed())
        .isEmpty();
  }

  /** Reconciles with blocking on. */
  ReconcileBlocks.Result reconcile() {
    return reconciler(BlockingMode.ON).reconcile();
  }

  Set<SourceRange> held(IpVersion version) {
    return firewall.read(version).entries();
  }

  /** Returns the sets of the firewall, which count their updates. */
  AddressSets countedSets() {
    return onReplace(firewall, () -> updates++);
  }

  /** Returns sets where something happens between the reads of a run and its update. */
  static AddressSets onReplace(AddressSets sets, Runnable meanwhile) {
    return new AddressSets() {
      @Override
      public AddressSet read(IpVersion version) {
        return sets.read(version);
      }

      @Override
      public Replacement replace(IpVersion version, AddressSet read, Set<SourceRange> entries) {
        meanwhile.run();
        return sets.replace(version, read, entries);
      }
    };
  }

  private void order(SourceRange source, String principal, Instant at) {
    ordered.add(source);
    principals.add(principal);
  }

  private NeverBlocked neverBlocked() {
    return new NeverBlocked(owner, allowList, operators);
  }

  private void publish(List<BlockEvent> events) {
    if (publisherIsDown) {
      throw new PortUnavailable("the bus is down");
    }
    published.addAll(events);
  }

  private BlockMetrics metrics() {
    return new BlockMetrics() {
      @Override
      public void decided(ResponseDecision decision) {
        decided.add(decision);
      }

      @Override
      public void reconciled(int inForce, int deferred, int foreign, int omitted) {}
    };
  }
}
