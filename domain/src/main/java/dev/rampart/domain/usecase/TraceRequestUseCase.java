package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.trail.GateTrail;
import dev.rampart.domain.detection.trail.RequestTrace;
import dev.rampart.domain.port.in.TraceRequest;
import dev.rampart.domain.port.out.GateLogs;

/** {@link TraceRequest} over the logs. */
public record TraceRequestUseCase(GateLogs logs) implements TraceRequest {

  @Override
  public Result trace(Command command) {
    GateTrail trail = logs.ofRequest(command.requestId(), command.span());
    return RequestTrace.of(trail.entries())
        .<Result>map(Result.Traced::new)
        .orElseGet(() -> new Result.Unknown(trail.completeSince()));
  }
}
