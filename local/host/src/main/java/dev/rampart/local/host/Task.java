package dev.rampart.local.host;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One event on its way through one process. */
record Task(
    String requestId, byte[] payload, Instant deadline, CompletableFuture<Invocation> outcome) {

  static Task of(byte[] payload, Duration timeout) {
    return new Task(
        UUID.randomUUID().toString(),
        payload,
        // The process reads this against its own clock, so a test's clock has no place here.
        Instant.now().plus(timeout),
        new CompletableFuture<>());
  }
}
