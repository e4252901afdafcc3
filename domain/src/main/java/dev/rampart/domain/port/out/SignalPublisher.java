package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.signal.Signal;
import java.util.List;

/** Publishes signals. */
public interface SignalPublisher {
  /**
   * Publishes every signal at least once.
   *
   * @throws PortUnavailable if any of them could not be published; all may be given again, since a
   *     signal that is received twice counts once
   */
  void publish(List<Signal> signals);
}
