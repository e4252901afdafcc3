package dev.rampart.local.protocol.http;

import java.time.Duration;

/**
 * How long the steps of a request may take.
 *
 * @param idle for the next request of a connection
 * @param head for a request's head, from its first byte
 * @param body for a request's body
 * @param answer for the client to take an answer
 * @param linger for the rest of a refused request, before its connection is closed
 * @param grace for answers under way when the server closes
 */
public record HttpTimeouts(
    Duration idle, Duration head, Duration body, Duration answer, Duration linger, Duration grace) {

  /** Long enough for a slow line, and short enough that stalled clients do not pile up. */
  static final HttpTimeouts DEFAULT =
      new HttpTimeouts(
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2));
}
