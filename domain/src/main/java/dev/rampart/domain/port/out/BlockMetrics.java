package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.response.ResponseDecision;

/** Measures what is blocked, for alarms. */
public interface BlockMetrics {
  /** Measures a decision about a threat of an address. */
  void decided(ResponseDecision decision);

  /** Measures what was reconciled. */
  void reconciled(int inForce, int deferred, int foreign, int omitted);
}
