package dev.rampart.domain.port.out;

import dev.rampart.domain.common.SourceRange;
import java.time.Instant;

/** What detection has seen in favour of a source. */
public interface SourceUsage {
  /**
   * Returns how many people used the API from a source in the last one to two days, as far as their
   * successes tell: an estimate.
   *
   * @throws PortUnavailable if the store does not answer
   */
  int people(SourceRange source, Instant now);
}
