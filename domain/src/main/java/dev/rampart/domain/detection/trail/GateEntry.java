package dev.rampart.domain.detection.trail;

import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Source;
import java.time.Instant;
import java.util.Optional;

/**
 * What one log says of one request.
 *
 * @param uniqueId an id that no client can choose, if the log has one; the id in {@code request}
 *     may be a client's
 */
public record GateEntry(
    GateLog log,
    Optional<String> uniqueId,
    Instant at,
    Source source,
    RequestFacts request,
    RequestOutcome outcome,
    GateReason reason) {

  /** Returns the same about another source. */
  public GateEntry withSource(Source other) {
    return new GateEntry(log, uniqueId, at, other, request, outcome, reason);
  }

  /** Returns the same with other facts of the request. */
  public GateEntry withRequest(RequestFacts facts) {
    return new GateEntry(log, uniqueId, at, source, facts, outcome, reason);
  }

  /**
   * Returns whether this log is the one that knows why: the gateway's line about a refusal of the
   * firewall or of a function does not, and theirs is there as well.
   */
  public boolean isConclusive() {
    return switch (log) {
      case ACCESS ->
          outcome == RequestOutcome.PASSED
              || reason.gate().filter(gate -> gate != Gate.WAF).isPresent();
      case FUNCTION -> outcome != RequestOutcome.PASSED;
      case FIREWALL, SIGN_IN -> true;
    };
  }
}
