package dev.rampart.domain.port.out;

import dev.rampart.domain.common.SourceRange;
import java.time.Instant;

/**
 * Says that a person has changed what is to be blocked or what never is, so that it is applied
 * soon.
 */
public interface BlockOrderPublisher {
  /**
   * Publishes once, without a promise: what was ordered is applied within a minute in any case.
   *
   * @param principal the subject of the person's token
   * @throws PortUnavailable if it could not be published
   */
  void ordered(SourceRange source, String principal, Instant at);
}
