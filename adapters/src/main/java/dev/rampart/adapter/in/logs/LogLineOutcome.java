package dev.rampart.adapter.in.logs;

import dev.rampart.domain.detection.Signal;

/** What one log line says. */
sealed interface LogLineOutcome {
  record Suspicious(Signal signal) implements LogLineOutcome {}

  /** Nothing that concerns detection. */
  record Harmless() implements LogLineOutcome {}

  /** Not a line of the kind that its log group holds. */
  record Malformed() implements LogLineOutcome {}
}
