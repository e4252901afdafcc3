package dev.rampart.local.gateway;

import java.time.Duration;

/**
 * How long the gateway waits for a client.
 *
 * @param idle for the next request of a connection
 * @param head for a request's head, from its first byte
 * @param body for a request's body
 * @param linger for the rest of a refused request, before its connection is closed
 */
public record Patience(Duration idle, Duration head, Duration body, Duration linger) {
  /** Long enough for a slow line, short enough that stalled clients do not pile up. */
  public static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofMillis(200));
}
