package dev.rampart.local.host;

import dev.rampart.local.protocol.lambda.InvocationResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * One event on its way through one process.
 *
 * @param taken completed with whether the event was sent to the process; false if it ended before
 * @param lost completed with whether the process ended with the event unread in its system's hands
 * @param outcome completed when the process answers or has ended; empty if the event was lost
 */
record Task(
    String requestId,
    byte[] payload,
    Instant deadline,
    CompletableFuture<Boolean> taken,
    CompletableFuture<Boolean> lost,
    CompletableFuture<Optional<InvocationResult>> outcome) {

  static Task of(byte[] payload, Duration timeout) {
    return new Task(
        UUID.randomUUID().toString(),
        payload,
        // The process reads this against its own clock, so a test's clock has no place here.
        Instant.now().plus(timeout),
        new CompletableFuture<>(),
        new CompletableFuture<>(),
        new CompletableFuture<>());
  }
}
