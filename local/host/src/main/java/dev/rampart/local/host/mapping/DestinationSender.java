package dev.rampart.local.host.mapping;

/** Sends what Lambda writes about an event or a batch to where its function's owner wants it. */
@FunctionalInterface
public interface DestinationSender {
  /**
   * Sends a document.
   *
   * @param functionArn the function that it is about, as its caller named it
   * @param outcome how the function's work ended
   * @throws RuntimeException if it cannot be sent; it is then kept, and sent again
   */
  void send(String functionArn, Destination to, Outcome outcome, String document);

  /** How a function's work on an event or a batch ended. */
  enum Outcome {
    SUCCESS,
    FAILURE
  }
}
