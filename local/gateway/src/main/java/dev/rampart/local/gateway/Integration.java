package dev.rampart.local.gateway;

/** Carries an event to a Lambda function. Called by many threads at once. */
@FunctionalInterface
public interface Integration {

  /**
   * Invokes and waits.
   *
   * @param functionArn as the integration of the operation names it, with its alias
   * @param event a proxy event, version 1, as JSON
   */
  Result invoke(String functionArn, byte[] event);

  /** What became of an invocation. */
  sealed interface Result {

    /** The function returned; the payload is what it wrote. */
    record Answered(byte[] payload) implements Result {}

    /** The function failed, was not there, or ran out of its own time. */
    record Failed(String reason) implements Result {}

    /** No concurrency was left for the call. */
    record Throttled() implements Result {}
  }
}
