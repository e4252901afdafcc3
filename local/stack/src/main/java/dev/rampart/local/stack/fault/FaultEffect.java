package dev.rampart.local.stack.fault;

import dev.rampart.local.protocol.AwsError;

/** What happens to a call that meets a fault. */
sealed interface FaultEffect {
  /** Nothing but that it takes its time. */
  record Slow() implements FaultEffect {}

  /** The service refuses it. */
  record Refused(AwsError error) implements FaultEffect {}

  /** The connection ends before the service has done anything. */
  record RequestLost() implements FaultEffect {}

  /** The service does it, and the connection ends before the answer is sent. */
  record AnswerLost() implements FaultEffect {}

  /**
   * The process of the function that makes the call ends, as if the system had killed it.
   *
   * @param done whether the service does it before that
   */
  record CallerKilled(boolean done) implements FaultEffect {}

  /** Some of the events of a {@code PutEvents} are refused, and the others are published. */
  record EntriesRefused(FailingEntries entries) implements FaultEffect {}
}
