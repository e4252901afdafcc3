package dev.rampart.local.protocol.lambda;

import java.time.Duration;

/** How one invocation of a function ended. */
public sealed interface InvocationResult {

  /** The handler returned. */
  record Answered(byte[] payload) implements InvocationResult {}

  /** The handler did not return. */
  sealed interface Failure extends InvocationResult {
    /** Returns the exception's class, or the name that Lambda has for the failure. */
    String errorType();

    /** Returns why, for whoever reads dead letters; it may hold what a client sent. */
    String reason();
  }

  /**
   * The handler threw, its process ended, or its answer is too large.
   *
   * @param errorType the exception's class, or Lambda's own, such as {@code Runtime.ExitError}
   */
  record FunctionError(String errorType, String message) implements Failure {
    @Override
    public String reason() {
      return errorType + ": " + message;
    }
  }

  /** The handler took too long; its process is gone. */
  record TimedOut(String requestId, Duration timeout) implements Failure {
    @Override
    public String errorType() {
      return "Sandbox.Timedout";
    }

    @Override
    public String reason() {
      return "timed out";
    }
  }

  /** The function's process never came as far as asking for work. */
  record NotStarted(String errorType, String reason) implements Failure {}

  /** No process was free and no more may be started. */
  record Throttled() implements Failure {
    @Override
    public String errorType() {
      return "TooManyRequestsException";
    }

    @Override
    public String reason() {
      return "throttled";
    }
  }

  /** No process could be given the event; the function saw nothing of it. */
  record Unavailable(String reason) implements Failure {
    @Override
    public String errorType() {
      return "Sandbox.Unavailable";
    }
  }

  /** Who invokes has no permission to; the function saw nothing of it. */
  record NotPermitted(String reason) implements Failure {
    @Override
    public String errorType() {
      return "AccessDeniedException";
    }
  }
}
