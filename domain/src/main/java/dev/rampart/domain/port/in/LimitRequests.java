package dev.rampart.domain.port.in;

import dev.rampart.domain.ratelimit.Allowance;
import dev.rampart.domain.ratelimit.Requester;
import java.util.Optional;

/** A request is counted for its requester, and may pass or not. */
public interface LimitRequests {
  /**
   * Counts one request.
   *
   * @return what the limit says; empty if requests cannot be counted at the moment: then it passes
   */
  Optional<Allowance> count(Requester requester);
}
