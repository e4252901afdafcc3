package dev.rampart.local.events.bus;

/** Hands an event to a function. Called by many threads at once. */
@FunctionalInterface
public interface FunctionInvoker {

  /**
   * Invokes a function and waits for its answer.
   *
   * @param functionArn the ARN as the rule or the mapping names it, perhaps with an alias
   * @param event the event as JSON
   */
  Outcome invoke(String functionArn, byte[] event) throws InterruptedException;

  /** How it went. */
  sealed interface Outcome {
    /** The handler returned. */
    record Returned(byte[] payload) implements Outcome {}

    /** It threw, took too long, was throttled or did not start. */
    record Failed(String reason) implements Outcome {}

    /** No process could be given the event; the function saw nothing of it. */
    record Unavailable(String reason) implements Outcome {}
  }
}
