package dev.rampart.domain.detection.signal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One suspicious event, or one that speaks against suspicion, as one gate observed it.
 *
 * @param observedAt by the observer's clock, never the time of arrival; cut to the millisecond
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

  /** Returns signals in the same order, without those that repeat an earlier one. */
  public static List<Signal> distinct(List<Signal> signals) {
    Map<SignalId, Signal> byId = new LinkedHashMap<>();
    signals.forEach(signal -> byId.putIfAbsent(signal.id(), signal));
    return List.copyOf(byId.values());
  }
}
