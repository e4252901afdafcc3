package dev.rampart.local.protocol.lambda;

/** What Lambda says to an event that nobody waits for. */
public sealed interface AsyncInvocation {

  /** The event is taken: it is handled, or goes where the function's failures go. */
  record Accepted() implements AsyncInvocation {}

  /** There is no room for the event at present. */
  record Throttled() implements AsyncInvocation {}

  /** Who invokes has no permission to. */
  record NotPermitted(String reason) implements AsyncInvocation {}

  /** There is no such function. */
  record NotFound() implements AsyncInvocation {}
}
