package dev.rampart.domain.port.in;

import dev.rampart.domain.monitoring.SystemStatus;

/** Somebody of the security team asks whether the system itself works. */
public interface ReadSystemStatus {
  /** Reads how the system does; what does not answer is named in the answer. */
  SystemStatus read();
}
