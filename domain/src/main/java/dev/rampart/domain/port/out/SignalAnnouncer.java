package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.Signal;
import java.util.List;

/** Tells whoever listens about suspicious things. */
public interface SignalAnnouncer {
  /**
   * Announces every signal at least once.
   *
   * @throws PortUnavailable where any of them could not be announced; all may be given again, since
   *     a signal that is heard twice counts once
   */
  void announce(List<Signal> signals);
}
