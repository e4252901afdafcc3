package dev.rampart.adapter.in.logs;

import dev.rampart.domain.detection.Signal;

/** What was read from one log line. */
sealed interface LogLineOutcome {
  record Suspicious(Signal signal) implements LogLineOutcome {}

  /** It does not concern detection. */
  record Harmless() implements LogLineOutcome {}

  /** It is not a line of the kind that its log group holds. */
  record Malformed() implements LogLineOutcome {}
}
