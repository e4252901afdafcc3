package dev.rampart.domain.usecase;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.finding.FindingFilter;
import dev.rampart.domain.detection.response.SourceRecord;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.GateLog;
import dev.rampart.domain.detection.trail.GateTrail;
import dev.rampart.domain.detection.trail.RequestOutcome;
import dev.rampart.domain.detection.trail.TrailHour;
import dev.rampart.domain.port.in.ReadActor;
import dev.rampart.domain.port.out.BlockStore;
import dev.rampart.domain.port.out.FindingQueries;
import dev.rampart.domain.port.out.GateLogs;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@link ReadActor} over the logs and the stores of findings and of blocks. */
public record ReadActorUseCase(
    GateLogs logs, FindingQueries findings, BlockStore blocks, InstantSource clock)
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
    Map<String, List<Source>> callers = callers(entries);
    return entries.stream()
        .filter(entry -> entry.isConclusive() && entry.outcome() != RequestOutcome.PASSED)
        .limit(Actor.NEWEST_MAX)
        .map(entry -> withCaller(entry, callers))
        .toList();
  }

  /** Returns who sent each request, by the gateway's lines. */
  private static Map<String, List<Source>> callers(List<GateEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.log() == GateLog.ACCESS && entry.request().requestId().isPresent())
        .collect(
            Collectors.groupingBy(
                entry -> entry.request().requestId().orElseThrow(),
                Collectors.mapping(GateEntry::source, Collectors.toList())));
  }

  /**
   * Functions name no user, the gateway's line of the same request does. Clients may choose ids, so
   * one that two requests have says nothing.
   */
  private static GateEntry withCaller(GateEntry entry, Map<String, List<Source>> callers) {
    List<Source> same =
        entry
            .request()
            .requestId()
            .map(id -> callers.getOrDefault(id, List.of()))
            .orElse(List.of());
    return entry.log() == GateLog.FUNCTION && same.size() == 1
        ? entry.withSource(same.getFirst())
        : entry;
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
