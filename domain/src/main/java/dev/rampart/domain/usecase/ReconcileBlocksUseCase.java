package dev.rampart.domain.usecase;

import dev.rampart.domain.common.IpVersion;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockEnd;
import dev.rampart.domain.detection.block.BlockEvent;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.block.ProtectedSources;
import dev.rampart.domain.detection.block.Settlement;
import dev.rampart.domain.detection.block.WantedSet;
import dev.rampart.domain.detection.response.SourceRecord;
import dev.rampart.domain.port.in.ReconcileBlocks;
import dev.rampart.domain.port.out.AddressSets;
import dev.rampart.domain.port.out.AddressSets.AddressSet;
import dev.rampart.domain.port.out.AddressSets.Replacement;
import dev.rampart.domain.port.out.BlockMetrics;
import dev.rampart.domain.port.out.BlockPublisher;
import dev.rampart.domain.port.out.BlockStore;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.UpdateGate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@link ReconcileBlocks} over the firewall's address sets.
 *
 * <p>The order of the steps is what makes it safe to run anywhere, any number of times:
 *
 * <ol>
 *   <li>The sets are read before the blocks. If another run takes a block out of the set and
 *       forgets it in between, the lock token is a stale one by then, so a list that still has the
 *       block is never written.
 *   <li>What a set has to hold is computed from these two reads alone, and written by one call with
 *       the lock token. A call that fails, for whatever reason, is not repeated: the next run reads
 *       again. The gate lets one call pass in an interval, whoever asks.
 *   <li>Events say what the firewall holds. They are published before that is noted: a crash in
 *       between publishes them again, under the same ids.
 *   <li>A block that is over is forgotten only when no run that still knows it can be under way,
 *       see {@link Settlement#FORGOTTEN_AFTER}. So whatever a set holds that no block explains was
 *       put there by somebody else.
 * </ol>
 */
public record ReconcileBlocksUseCase(
    BlockStore blocks,
    NeverBlocked neverBlocked,
    AddressSets sets,
    UpdateGate gate,
    BlockPublisher publisher,
    BlockMetrics metrics,
    BlockingMode mode,
    InstantSource clock)
    implements ReconcileBlocks {
  /** Most blocks that one run ends, and settles: a run takes seconds. The next one goes on. */
  public static final int SETTLED_MAX = 300;

  /** So often what was told is noted beside other writers. */
  private static final int TRIES_MAX = 4;

  @Override
  public Optional<Result> reconcileIfOpen() {
    Instant now = MillisClock.now(clock);
    boolean isOpen =
        Arrays.stream(IpVersion.values()).allMatch(version -> gate.isOpen(version, now));
    return isOpen ? Optional.of(reconcile()) : Optional.empty();
  }

  @Override
  public Result reconcile() {
    if (blocks.isEmpty()) {
      metrics.reconciled(0, 0, 0, 0);
      return new Result(0, 0, 0, 0, 0, 0);
    }
    Map<IpVersion, AddressSet> read = new EnumMap<>(IpVersion.class);
    for (IpVersion version : IpVersion.values()) {
      read.put(version, sets.read(version));
    }
    Instant now = MillisClock.now(clock);
    List<Block> kept = blocks.all();
    List<Block> all = withoutProtected(kept, now);
    Set<SourceRange> wantedSources = new HashSet<>();
    Set<SourceRange> held = new HashSet<>();
    int updated = 0;
    int deferred = 0;
    int foreign = 0;
    int omitted = 0;
    for (Map.Entry<IpVersion, AddressSet> set : read.entrySet()) {
      Set<SourceRange> present = set.getValue().entries();
      WantedSet wanted = WantedSet.of(set.getKey(), present, all, mode, now);
      foreign += wanted.foreign();
      omitted += wanted.omitted();
      wantedSources.addAll(wanted.entries());
      boolean differs = !wanted.entries().equals(present);
      boolean replaced = differs && replace(set.getKey(), set.getValue(), wanted.entries());
      updated += replaced ? 1 : 0;
      deferred += differs && !replaced ? 1 : 0;
      held.addAll(replaced ? wanted.entries() : present);
    }
    int inForce = (int) all.stream().filter(block -> block.isInForce(now)).count();
    metrics.reconciled(inForce, deferred, foreign, omitted);
    int announced = settle(noted(kept, all, now), wantedSources, held, now);
    return new Result(inForce, updated, deferred, foreign, omitted, announced);
  }

  /**
   * Returns the blocks with those over whose sources are never blocked; they may have become so
   * since. The sets must not hold them from now on, whether this can be noted or not.
   */
  private List<Block> withoutProtected(List<Block> kept, Instant now) {
    ProtectedSources never = neverBlocked.read(now);
    return kept.stream()
        .map(
            block ->
                block.isInForce(now) && never.of(block.source()).isPresent()
                    ? block.ended(now, BlockEnd.PROTECTED, block.version())
                    : block)
        .toList();
  }

  /** Returns the blocks that are kept as they are by now; the next run goes on with the others. */
  private List<Block> noted(List<Block> kept, List<Block> all, Instant now) {
    List<Block> noted = new ArrayList<>(all.size());
    int endings = 0;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).equals(kept.get(i))) {
        noted.add(kept.get(i));
      } else if (endings < SETTLED_MAX) {
        endings++;
        end(kept.get(i), now).ifPresent(noted::add);
      }
    }
    return noted;
  }

  /** Notes that a block is over; empty if it has changed meanwhile. */
  private Optional<Block> end(Block block, Instant now) {
    SourceRecord known = blocks.find(block.source());
    SourceRecord ended = known.ended(now, BlockEnd.PROTECTED);
    boolean isSame = known.block().filter(block::equals).isPresent();
    return isSame && blocks.save(ended, known.endedBy(ended)) ? ended.block() : Optional.empty();
  }

  private boolean replace(IpVersion version, AddressSet read, Set<SourceRange> wanted) {
    try {
      return gate.pass(version, MillisClock.now(clock))
          && sets.replace(version, read, wanted) == Replacement.REPLACED;
    } catch (PortUnavailable _) {
      // Whether the set was replaced or not: nothing is told now of what the two differ in.
      return false;
    }
  }

  private int settle(List<Block> all, Set<SourceRange> wanted, Set<SourceRange> held, Instant now) {
    List<Settlement> settlements =
        all.stream()
            .map(
                block ->
                    Settlement.of(
                        block,
                        wanted.contains(block.source()),
                        held.contains(block.source()),
                        mode,
                        now))
            .filter(Settlement::isNews)
            .limit(SETTLED_MAX)
            .toList();
    List<BlockEvent> events =
        settlements.stream().map(Settlement::event).flatMap(Optional::stream).toList();
    if (!events.isEmpty()) {
      publisher.publish(events);
    }
    settlements.forEach(this::note);
    return events.size();
  }

  private void note(Settlement settlement) {
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      SourceRecord known = blocks.find(settlement.block().source());
      Optional<SourceRecord> noted =
          known.block().flatMap(block -> noted(known, block, settlement));
      if (noted.isEmpty() || blocks.save(noted.get(), known.endedBy(noted.get()))) {
        return;
      }
    }
  }

  /**
   * Returns the record with what was settled. If the block has changed meanwhile, the next run
   * settles the new one, which has to know what subscribers were told of this one.
   */
  private static Optional<SourceRecord> noted(
      SourceRecord known, Block now, Settlement settlement) {
    if (now.equals(settlement.block())) {
      return Optional.of(
          settlement.isForgotten()
              ? known.withoutBlock()
              : known.settled(settlement.state(), settlement.announcedUntil()));
    }
    return settlement.event().map(_ -> known.settled(now.state(), settlement.announcedUntil()));
  }
}
