package dev.rampart.domain.port.out;

import dev.rampart.domain.common.SourceRange;
import java.time.Instant;

/** Says that a person has changed what is to be blocked, so that it is applied soon. */
public interface BlockOrderPublisher {
  /**
   * Publishes once, without a promise: what was ordered is applied within a minute in any case.
   *
   * @throws PortUnavailable if it could not be published
   */
  void ordered(SourceRange source, Instant at);
}
