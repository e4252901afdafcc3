package dev.rampart.adapter.in.logs;

import dev.rampart.domain.detection.rejection.RejectionReason;
import dev.rampart.domain.detection.signal.Signal;
import java.util.Optional;

/** What was read from one log line. */
public sealed interface LogLineOutcome {
  /** It tells something about a source. */
  record Suspicious(Signal signal) implements LogLineOutcome {}

  /** It does not concern detection. */
  record Harmless() implements LogLineOutcome {}

  /** Returns the signal that a line gave, if it gave one. */
  static LogLineOutcome of(Optional<Signal> signal) {
    return signal.<LogLineOutcome>map(Suspicious::new).orElseGet(Harmless::new);
  }

  /** It is not a line of the kind that its log group holds. */
  record Rejected(RejectionReason reason) implements LogLineOutcome {}
}
