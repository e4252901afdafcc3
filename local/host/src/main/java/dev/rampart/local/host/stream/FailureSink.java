package dev.rampart.local.host.stream;

/** Takes what Lambda writes about a batch that was given up. */
@FunctionalInterface
public interface FailureSink {
  /**
   * Sends a document to a queue.
   *
   * @throws RuntimeException if it cannot be sent; the batch then is not given up but tried again
   */
  void send(String queueArn, String document);
}
