package dev.rampart.domain.detection.signal;

import dev.rampart.domain.common.KeyedHash;
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
  private static final double WITHOUT_SHAPE = 0.4;

  public Signal {
    if (gate == Gate.DEPENDENCY) {
      throw new IllegalArgumentException("a dependency that does not answer is no signal");
    }
    observedAt = observedAt.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Returns how much it adds to a score if its target is a new one, 0 to 16: the weight of its
   * point, for an injection times how sure the inspector was. Injections whose shape is not told
   * may all be the same text, so each counts less.
   */
  public double weight() {
    if (point.kind() != SignalKind.INJECTION) {
      return point.weight();
    }
    double sure = evidence.score().orElse(1);
    return point.weight() * sure * (evidence.excerpt().isPresent() ? 1 : WITHOUT_SHAPE);
  }

  /** Returns a hash of what it was after: signals that were after the same have the same. */
  public long targetHash(KeyedHash hash) {
    return point.targetHash(this, hash);
  }

  /** Returns the same about another source. */
  public Signal withSource(Source other) {
    return new Signal(id, observedAt, gate, point, other, request, evidence);
  }

  /** Returns signals in the same order, without those that repeat an earlier one. */
  public static List<Signal> distinct(List<Signal> signals) {
    Map<SignalId, Signal> byId = new LinkedHashMap<>();
    signals.forEach(signal -> byId.putIfAbsent(signal.id(), signal));
    return List.copyOf(byId.values());
  }
}
