package dev.rampart.domain.detection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One suspicious thing, or one thing that speaks against suspicion, as one gate saw it.
 *
 * @param observedAt the observer's clock, never the time of arrival; kept to the millisecond
 */
public record Signal(
    SignalId id,
    Instant observedAt,
    Gate gate,
    DetectionPoint point,
    Source source,
    RequestFacts request,
    SignalEvidence evidence) {
  public Signal {
    if (gate == Gate.DEPENDENCY) {
      throw new IllegalArgumentException("a dependency that does not answer is no signal");
    }
    observedAt = observedAt.truncatedTo(ChronoUnit.MILLIS);
  }
}
