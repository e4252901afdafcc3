package dev.rampart.domain.port.out;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.SourceRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Remembers where people who operate the API were seen, so that no automatic block locks them out.
 */
public interface OperatorAddresses {
  /** So long after an operator was seen there an address is one of them. */
  Duration KEPT = Duration.ofDays(30);

  /** Most addresses that are returned: those that were seen last. */
  int ADDRESSES_MAX = 1_000;

  /**
   * Notes that a request of an operator was let through from there; cheap to call for each.
   *
   * @throws PortUnavailable if the store does not answer
   */
  void seen(IpAddress address, Instant at);

  /**
   * Returns the sites where operators were seen in the last {@link #KEPT}.
   *
   * @throws PortUnavailable if the store does not answer
   */
  Set<SourceRange> recent(Instant now);
}
