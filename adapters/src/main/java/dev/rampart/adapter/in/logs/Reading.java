package dev.rampart.adapter.in.logs;

import dev.rampart.domain.detection.Signal;

/** What one log line says. */
sealed interface Reading {
  record Suspicious(Signal signal) implements Reading {}

  /** Nothing that concerns detection. */
  record Harmless() implements Reading {}

  /** Not a line of the kind that its log group holds. */
  record Malformed() implements Reading {}
}
