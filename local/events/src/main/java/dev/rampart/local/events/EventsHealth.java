package dev.rampart.local.events;

import dev.rampart.local.supervision.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How queues and buses are doing.
 *
 * @param missingQueues the ARNs of dead-letter queues that are named somewhere and do not exist
 * @param journal why the last event was refused; empty if it was written down
 * @param refusal why the last message or event was refused; empty if there was room for it
 * @param delivery what is wrong with events on their way to targets; empty if nothing is
 */
public record EventsHealth(
    List<QueueHealth> queues,
    List<String> missingQueues,
    Optional<Fault> journal,
    Optional<Fault> refusal,
    Optional<Fault> delivery) {
  /** The health of what does not exist. */
  public static final EventsHealth NOTHING =
      new EventsHealth(List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * How one queue is doing.
   *
   * @param deadLetters whether what is in it was given up elsewhere
   * @param visible how many messages can be received now
   * @param inFlight how many were received and are neither deleted nor back
   * @param delayed how many cannot be received yet
   * @param oldest how old the oldest message is; empty if there is none
   */
  public record QueueHealth(
      String name,
      boolean deadLetters,
      long visible,
      long inFlight,
      long delayed,
      Optional<Duration> oldest) {}
}
