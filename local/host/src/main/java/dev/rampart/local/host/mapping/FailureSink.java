package dev.rampart.local.host.mapping;

/** Takes what Lambda writes about a batch or an event that was given up. */
@FunctionalInterface
public interface FailureSink {
  /**
   * Sends a document to a queue.
   *
   * @throws RuntimeException if it cannot be sent; what was given up is then kept, and sent again
   */
  void send(String queueArn, String document);
}
