package dev.rampart.domain.detection.tuning;

import dev.rampart.domain.detection.signal.Signal;
import java.util.List;
import java.util.Optional;

/**
 * What one line of a log tells for tuning.
 *
 * @param signals what detection counts; in a function's line, principals are hashed
 * @param principal who made the request, in clear, where the log names principals
 * @param counted the request, if rules of the firewall counted it
 */
public record LineSignals(
    List<Signal> signals, Optional<String> principal, Optional<CountedRequest> counted) {
  public LineSignals {
    signals = List.copyOf(signals);
  }

  /** Returns whether it tells nothing. */
  public boolean isEmpty() {
    return signals.isEmpty() && principal.isEmpty() && counted.isEmpty();
  }
}
