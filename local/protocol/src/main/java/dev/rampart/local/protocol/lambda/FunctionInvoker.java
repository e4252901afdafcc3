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

  /**
   * Invokes a function for a resource that has to have the permission.
   *
   * @param source what the permission names: the ARN of the resource, or what its service makes one
   *     of
   */
  default InvocationResult invokeFor(String source, String functionArn, byte[] event)
      throws InterruptedException {
    return invoke(functionArn, event);
  }
}
