package dev.rampart.domain.port.in;

import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.tuning.CountToBlock;
import java.time.Instant;

/**
 * Somebody of the security team wants to know which requests the rules of the firewall that count
 * would have blocked, and of whom.
 */
public interface ReadFirewallCounts {
  /**
   * Reads it.
   *
   * @throws dev.rampart.domain.port.out.PortUnavailable if the logs do not answer
   */
  Counts read(TimeSpan span);

  /**
   * What was counted.
   *
   * @param completeSince before this time the logs were not searched to the end
   */
  record Counts(Instant completeSince, CountToBlock count) {}
}
