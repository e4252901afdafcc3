package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.GateTrail;
import dev.rampart.domain.detection.trail.RequestOutcome;
import dev.rampart.domain.detection.trail.TrailPeriod;
import dev.rampart.domain.port.in.ReadTraffic;
import dev.rampart.domain.port.out.GateLogs;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;

/** {@link ReadTraffic} over the logs. */
public record ReadTrafficUseCase(GateLogs logs) implements ReadTraffic {

  @Override
  public Traffic read(Command command) {
    GateTrail trail = logs.ofEveryRequest(command.span());
    Predicate<GateEntry> wanted = command.without().map(trail::notSentBy).orElse(_ -> true);
    return new Traffic(
        trail.completeSince(),
        TrailPeriod.count(trail.entries().stream().filter(wanted).toList(), ChronoUnit.MINUTES),
        // What a gate only reported is told by another line too: what became of it.
        trail.newest(
            wanted.and(entry -> entry.outcome() != RequestOutcome.REPORTED), Traffic.NEWEST_MAX));
  }
}
