package dev.rampart.local.host;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * One event on its way through one process.
 *
 * @param taken completed with whether the process took the event; false if it ended before
 * @param outcome completed when the process answers, or ends with the event in its hands
 */
record Task(
    String requestId,
    byte[] payload,
    Instant deadline,
    CompletableFuture<Boolean> taken,
    CompletableFuture<Invocation> outcome) {

  static Task of(byte[] payload, Duration timeout) {
    return new Task(
        UUID.randomUUID().toString(),
        payload,
        // The process reads this against its own clock, so a test's clock has no place here.
        Instant.now().plus(timeout),
        new CompletableFuture<>(),
        new CompletableFuture<>());
  }
}
