package dev.rampart.local.events.bus;

import java.time.Duration;
import java.util.Optional;

/**
 * What a topic or an API destination says to an event.
 *
 * <p>Codes are those of the page "Using dead-letter queues to process undelivered events".
 */
public sealed interface TargetAnswer {
  /** It has it. */
  record Taken() implements TargetAnswer {}

  /** It never takes it: the event is given up. */
  record Refused(String code, String reason) implements TargetAnswer {}

  /**
   * It does not take it now: the event is offered again as the retry policy says.
   *
   * @param delay how long at least, if it says so
   */
  record Failed(String code, String reason, Optional<Duration> delay) implements TargetAnswer {}

  /** It is too early; no attempt was made. */
  record NotYet(Duration delay) implements TargetAnswer {}
}
