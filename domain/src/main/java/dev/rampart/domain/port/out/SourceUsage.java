package dev.rampart.domain.port.out;

import dev.rampart.domain.common.SourceRange;
import java.time.Instant;

/** What detection has seen in favour of a source. */
public interface SourceUsage {
  /**
   * Returns how many people signed in from a source in the last one to three days: an estimate.
   *
   * @throws PortUnavailable if the store does not answer
   */
  int people(SourceRange source, Instant now);
}
