package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.Resolution;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.port.in.ResolveFinding;
import dev.rampart.domain.port.out.FindingQueries;
import dev.rampart.domain.port.out.FindingStore;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.ThreatPublisher;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@link ResolveFinding} over the store of findings. What cannot be published now stays due, and
 * the follow-up of detection publishes it.
 */
public record ResolveFindingUseCase(
    FindingQueries queries, FindingStore findings, ThreatPublisher publisher, InstantSource clock)
    implements ResolveFinding {

  @Override
  public Result resolve(Command command) {
    Optional<FindingRecord> known = queries.find(command.id());
    if (known.isEmpty()) {
      return new Result.NotFound();
    }
    if (known.get().version() != command.version()) {
      return new Result.Stale();
    }
    Resolution judgement =
        new Resolution.Judgement(
            command.verdict(), command.judge(), command.note(), MillisClock.now(clock));
    Optional<FindingRecord> resolved = findings.resolve(known.get(), judgement);
    resolved.ifPresent(this::publish);
    return resolved.<Result>map(Result.Resolved::new).orElseGet(Result.Stale::new);
  }

  private void publish(FindingRecord resolved) {
    Threat threat = resolved.threat(OptionalInt.empty());
    try {
      publisher.publish(List.of(threat));
      findings.markPublished(resolved.published(threat));
    } catch (PortUnavailable _) {
      // It is due, and published within minutes.
    }
  }
}
