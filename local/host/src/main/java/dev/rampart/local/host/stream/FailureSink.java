package dev.rampart.local.host.stream;

/** Takes what Lambda writes about a batch that was given up. Must not throw. */
@FunctionalInterface
public interface FailureSink {
  void send(String queueArn, String document);
}
