package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.trail.GateTrail;
import dev.rampart.domain.detection.trail.TimeSpan;

/**
 * Searches the logs that the gates write. A search has a deadline; what it had no time for is
 * missing at the old end. A line may take seconds until it is found.
 */
public interface GateLogs {
  /**
   * Returns what somebody did.
   *
   * @param about an address, a network, a principal, a client or an API key
   * @throws PortUnavailable if the logs do not answer
   * @throws IllegalArgumentException if logs do not know subjects of that kind
   */
  GateTrail about(Subject about, TimeSpan span);

  /**
   * Returns what became of all requests; sign-ins, which are none, are left out.
   *
   * @throws PortUnavailable if the logs do not answer
   */
  GateTrail ofEveryRequest(TimeSpan span);

  /**
   * Returns what became of a request; of several with that id, which a client can cause, the
   * newest.
   *
   * @param requestId as clients read it, or the unique one
   * @throws PortUnavailable if the logs do not answer
   */
  GateTrail ofRequest(String requestId, TimeSpan span);
}
