package dev.rampart.local.protocol.lambda;

/** Hands events to functions that nobody waits for. Called by many threads at once. */
@FunctionalInterface
public interface AsyncFunctionInvoker {
  /**
   * Has a function invoked, now or later, and does not wait for it.
   *
   * @param source the ARN of the resource that has to have the permission
   * @param functionArn the ARN as its caller names it, perhaps with an alias
   * @param event the event as JSON
   */
  AsyncInvocation offer(String source, String functionArn, byte[] event);
}
