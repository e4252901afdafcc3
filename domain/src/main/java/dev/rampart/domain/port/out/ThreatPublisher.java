package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.finding.Threat;
import java.util.List;

/** Publishes threats. */
public interface ThreatPublisher {
  /**
   * Publishes every threat at least once.
   *
   * @throws PortUnavailable if any of them could not be published; all may be given again
   */
  void publish(List<Threat> threats);
}
