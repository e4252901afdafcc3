package dev.rampart.domain.usecase;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.finding.FindingFilter;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.GateTrail;
import dev.rampart.domain.detection.trail.RequestOutcome;
import dev.rampart.domain.detection.trail.TrailHour;
import dev.rampart.domain.port.in.ReadActor;
import dev.rampart.domain.port.out.BlockStore;
import dev.rampart.domain.port.out.FindingQueries;
import dev.rampart.domain.port.out.GateLogs;
import java.util.List;
import java.util.Optional;

/** {@link ReadActor} over the logs and the stores of findings and of blocks. */
public record ReadActorUseCase(GateLogs logs, FindingQueries findings, BlockStore blocks)
    implements ReadActor {

  @Override
  public Actor read(Command command) {
    GateTrail trail = logs.about(command.subject(), command.span());
    return new Actor(
        trail.completeSince(),
        TrailHour.count(trail.entries()),
        newest(trail.entries()),
        findings
            .list(FindingFilter.about(command.subject()), Optional.empty(), PageSize.DEFAULT)
            .findings(),
        block(command.subject()));
  }

  private static List<GateEntry> newest(List<GateEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.isConclusive() && entry.outcome() != RequestOutcome.PASSED)
        .limit(Actor.NEWEST_MAX)
        .toList();
  }

  private Optional<Block> block(Subject subject) {
    return ThreatSource.of(subject).flatMap(source -> blocks.find(source).block());
  }
}
