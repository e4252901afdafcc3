package dev.rampart.domain.detection.trail;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Gate;
import java.util.Optional;

/**
 * Which gate had something against a request, and what; nothing that a client wrote.
 *
 * @param gate empty if none had, or if the log does not know which
 * @param field where in the request
 * @param rule the rule that matched
 * @param problem the type of the problem document
 */
public record GateReason(
    Optional<Gate> gate,
    Optional<DetectionPoint> point,
    Optional<String> field,
    Optional<String> rule,
    Optional<String> problem) {
  private static final GateReason NONE =
      new GateReason(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Returns that no gate is known to have anything against it. */
  public static GateReason none() {
    return NONE;
  }

  /** Returns a gate of which no more is known. */
  public static GateReason of(Gate gate) {
    return new GateReason(
        Optional.of(gate), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
