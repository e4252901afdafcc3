package dev.rampart.domain.usecase;

import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.BlockBudget;
import dev.rampart.domain.detection.block.BlockLadder;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.block.ProtectedSources;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.response.ProposalReason;
import dev.rampart.domain.detection.response.Response;
import dev.rampart.domain.detection.response.ResponseDecision;
import dev.rampart.domain.detection.response.ResponsePolicy;
import dev.rampart.domain.detection.response.ResponsePolicy.Verdict;
import dev.rampart.domain.detection.response.SourceFacts;
import dev.rampart.domain.detection.response.SourceRecord;
import dev.rampart.domain.port.in.RespondToThreats;
import dev.rampart.domain.port.out.BlockMetrics;
import dev.rampart.domain.port.out.BlockStore;
import dev.rampart.domain.port.out.HostNames;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.SourceUsage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@link RespondToThreats} over the policy and the stores.
 *
 * <p>The budget is spent before the block is saved: a crash in between wastes one of it, and never
 * lets one block too many through. A record that somebody else saved meanwhile is read and decided
 * about again.
 */
public record RespondToThreatsUseCase(
    BlockStore blocks,
    NeverBlocked neverBlocked,
    SourceUsage usage,
    HostNames hostNames,
    BlockMetrics metrics,
    ResponsePolicy policy,
    BlockLadder ladder,
    BlockingMode mode,
    InstantSource clock)
    implements RespondToThreats {
  /** So often a lost race is run again before the threat is delivered again. */
  private static final int TRIES_MAX = 4;

  @Override
  public Result respond(List<ThreatReport> batch) {
    List<ResponseDecision> decisions = new ArrayList<>();
    Set<FindingId> failed = new HashSet<>();
    Optional<ProtectedSources> never = Optional.empty();
    for (ThreatReport report : batch) {
      Finding finding = report.finding();
      Optional<SourceRange> source = ThreatSource.of(finding.subject());
      if (source.isEmpty()) {
        continue;
      }
      try {
        if (report.refuted()) {
          refute(finding, source.get());
        } else if (report.change() != Threat.Change.RESOLVED) {
          never = never.or(() -> Optional.of(neverBlocked.read(MillisClock.now(clock))));
          ResponseDecision decision = answer(finding, source.get(), never.orElseThrow());
          metrics.decided(decision);
          decisions.add(decision);
        }
      } catch (PortUnavailable _) {
        failed.add(finding.id());
      }
    }
    return new Result(decisions, failed);
  }

  private ResponseDecision answer(Finding finding, SourceRange source, ProtectedSources never) {
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      Instant now = MillisClock.now(clock);
      SourceRecord known = blocks.find(source);
      Verdict verdict = policy.decide(finding, known, never, new LookedUp(source, now), mode, now);
      Answer answer =
          switch (verdict) {
            case Verdict.Settled(Response response) -> settled(finding, known, response);
            case Verdict.ToBlock() -> toBlock(finding, known, now);
          };
      if (blocks.save(answer.changed(), known.endedBy(answer.changed()))) {
        return answer.decision();
      }
    }
    throw new PortUnavailable("too many writers at one source");
  }

  /** What is decided, which the record does not keep if it knows a newer one of the detector. */
  private record Answer(SourceRecord changed, ResponseDecision decision) {}

  private static Answer settled(Finding finding, SourceRecord known, Response response) {
    ResponseDecision decision = ResponseDecision.about(finding, response);
    return new Answer(known.with(decision), decision);
  }

  private Answer toBlock(Finding finding, SourceRecord known, Instant now) {
    if (!spendBudget(known, now)) {
      return settled(finding, known, new Response.Proposed(ProposalReason.BUDGET));
    }
    SourceRecord blocked = known.blockedBy(finding, ladder, mode, now);
    Instant until = blocked.block().orElseThrow().until();
    return new Answer(blocked, ResponseDecision.about(finding, Response.blocked(until, mode)));
  }

  private void refute(Finding finding, SourceRange source) {
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      SourceRecord known = blocks.find(source);
      SourceRecord refuted = known.refuted(finding.id(), MillisClock.now(clock));
      if (known.isUndone(finding.id()) || blocks.save(refuted, known.endedBy(refuted))) {
        return;
      }
    }
    throw new PortUnavailable("too many writers at one source");
  }

  private boolean spendBudget(SourceRecord known, Instant now) {
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      Optional<BlockBudget> spent = blocks.budget().spend(now);
      // All blocks are read only where one more may be made: in a flood it seldom may.
      if (spent.isEmpty() || isFull(known)) {
        return false;
      }
      if (blocks.save(spent.get())) {
        return true;
      }
    }
    throw new PortUnavailable("too many writers at the budget");
  }

  private boolean isFull(SourceRecord known) {
    return known.block().isEmpty() && blocks.all().size() >= BlockBudget.ENTRIES_MAX;
  }

  /** Looks facts up when the policy asks for them. */
  private final class LookedUp implements SourceFacts {
    private final SourceRange source;
    private final Instant now;

    LookedUp(SourceRange source, Instant now) {
      this.source = source;
      this.now = now;
    }

    @Override
    public int people() {
      return usage.people(source, now);
    }

    @Override
    public Optional<String> verifiedName() {
      return hostNames.verifiedName(source.lowest());
    }
  }
}
