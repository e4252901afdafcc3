package dev.rampart.domain.usecase;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.finding.FindingFilter;
import dev.rampart.domain.detection.response.SourceRecord;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.trail.GateTrail;
import dev.rampart.domain.detection.trail.RequestOutcome;
import dev.rampart.domain.detection.trail.TrailPeriod;
import dev.rampart.domain.port.in.ReadActor;
import dev.rampart.domain.port.out.BlockStore;
import dev.rampart.domain.port.out.FindingQueries;
import dev.rampart.domain.port.out.GateLogs;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** {@link ReadActor} over the logs and the stores of findings and of blocks. */
public record ReadActorUseCase(
    GateLogs logs, FindingQueries findings, BlockStore blocks, InstantSource clock)
    implements ReadActor {

  @Override
  public Actor read(Command command) {
    GateTrail trail = logs.about(command.subject(), command.span());
    return new Actor(
        trail.completeSince(),
        TrailPeriod.count(trail.entries(), ChronoUnit.HOURS),
        trail.newest(entry -> entry.outcome() != RequestOutcome.PASSED, Actor.NEWEST_MAX),
        findings
            .list(FindingFilter.about(command.subject()), Optional.empty(), PageSize.DEFAULT)
            .findings(),
        block(command.subject()));
  }

  private Optional<Block> block(Subject subject) {
    return ThreatSource.of(subject).flatMap(this::block);
  }

  /** Whoever asks wants to know what stops a source now, and what did if nothing does. */
  private Optional<Block> block(SourceRange source) {
    SourceRecord known = blocks.find(source);
    Instant now = MillisClock.now(clock);
    return known.blockInForce(now).or(() -> BlockAround.of(source, blocks, now)).or(known::block);
  }
}
