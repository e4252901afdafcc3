package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.Threat;
import java.util.List;

/** Tells subscribers about threats. */
public interface ThreatAnnouncer {
  /**
   * Announces every threat at least once.
   *
   * @throws PortUnavailable where any of them could not be announced; all may be given again
   */
  void announce(List<Threat> threats);
}
