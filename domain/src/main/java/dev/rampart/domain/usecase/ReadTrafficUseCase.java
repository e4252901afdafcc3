package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.trail.GateTrail;
import dev.rampart.domain.detection.trail.RequestOutcome;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.trail.TrailPeriod;
import dev.rampart.domain.port.in.ReadTraffic;
import dev.rampart.domain.port.out.GateLogs;
import java.time.temporal.ChronoUnit;

/** {@link ReadTraffic} over the logs. */
public record ReadTrafficUseCase(GateLogs logs) implements ReadTraffic {

  @Override
  public Traffic read(TimeSpan span) {
    GateTrail trail = logs.ofEveryRequest(span);
    return new Traffic(
        trail.completeSince(),
        TrailPeriod.count(trail.entries(), ChronoUnit.MINUTES),
        // What a gate only reported is told by another line too: what became of it.
        trail.newest(RequestOutcome.REPORTED, Traffic.NEWEST_MAX));
  }
}
