package dev.rampart.local.host;

import java.time.Duration;

/** How one invocation of a function ended. */
public sealed interface Invocation {

  /** The handler returned. */
  record Returned(String requestId, byte[] payload) implements Invocation {}

  /**
   * The handler threw, its process ended, or its answer is too large.
   *
   * @param errorType the exception's class, or Lambda's own, such as {@code Runtime.ExitError}
   * @param payload the error document as a synchronous caller would see it
   */
  record Failed(String requestId, String errorType, String message, byte[] payload)
      implements Invocation {}

  /** The handler took too long; its process is gone. */
  record TimedOut(String requestId, Duration timeout) implements Invocation {}

  /** No process was free and no more may be started. */
  record Throttled() implements Invocation {}

  /** The function's process never came as far as asking for work. */
  record NotStarted(String errorType, String message) implements Invocation {}

  /** The host could not hand the event to a process; the function saw nothing of it. */
  record Unavailable(String message) implements Invocation {}
}
