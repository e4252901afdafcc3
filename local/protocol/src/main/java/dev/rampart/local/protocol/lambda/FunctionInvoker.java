package dev.rampart.local.protocol.lambda;

/** Hands events to functions. Called by many threads at once. */
@FunctionalInterface
public interface FunctionInvoker {
  /**
   * Invokes a function and waits for the end of it.
   *
   * @param functionArn the ARN as its caller names it, perhaps with an alias
   * @param event the event as JSON
   */
  InvocationResult invoke(String functionArn, byte[] event) throws InterruptedException;
}
