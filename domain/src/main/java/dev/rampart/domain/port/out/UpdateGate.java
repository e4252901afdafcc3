package dev.rampart.domain.port.out;

import dev.rampart.domain.common.IpVersion;
import java.time.Duration;
import java.time.Instant;

/** Lets one change of an address set pass in each interval, for all processes together. */
public interface UpdateGate {
  /**
   * The interval: 10 s, and one more for clocks that differ and for the time from asking to acting.
   */
  Duration INTERVAL = Duration.ofSeconds(11);

  /**
   * Returns whether somebody could pass now; asking lets nobody pass.
   *
   * @throws PortUnavailable if the store does not answer
   */
  boolean isOpen(IpVersion version, Instant now);

  /**
   * Asks to change a set now.
   *
   * @return whether nobody was let pass in the interval before
   * @throws PortUnavailable if the store does not answer; then nobody may pass
   */
  boolean pass(IpVersion version, Instant now);
}
