package dev.rampart.domain.monitoring;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that nobody could handle, without what is in it.
 *
 * @param at when the message was sent
 * @param reason why it was given up, as {@link DisplayText}
 * @param function the name of the function that failed on it, where the message says so
 */
public record DeadLetter(String queue, Instant at, String reason, Optional<String> function) {
  /** Longest reason, in characters. */
  public static final int REASON_LENGTH_MAX = 300;
}
