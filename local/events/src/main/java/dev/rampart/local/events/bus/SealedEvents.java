package dev.rampart.local.events.bus;

import dev.rampart.local.events.queue.Message;
import dev.rampart.local.events.queue.QueueMemory;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.supervision.DelayedExecutor;
import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.FaultTracker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Events that their bus may not encrypt with its key: no rule sees them, and they go to the
 * dead-letter queue of the bus (EventBridge User Guide, "Using dead-letter queues to capture
 * encrypted event errors"). What that does not take waits for it; without such a queue the event is
 * lost, as on AWS, but for the journal. Safe for use by many threads.
 */
final class SealedEvents {
  private static final Duration WAIT = Duration.ofSeconds(5);

  private final UndeliveredEvents deadLetters;
  private final DelayedExecutor later;
  private final QueueMemory space;
  private final FaultTracker faults;

  SealedEvents(
      UndeliveredEvents deadLetters,
      DelayedExecutor later,
      QueueMemory space,
      InstantSource clock) {
    this.deadLetters = deadLetters;
    this.later = later;
    this.space = space;
    this.faults = new FaultTracker("The encryption of events", clock);
  }

  /** Returns what became of the last one, if it is no good; empty if it is in its queue. */
  Optional<Fault> fault() {
    return faults.current();
  }

  /** Takes an event that no rule is to get. */
  void keep(Bus bus, String event, String reason) {
    if (bus.deadLetterArn().isEmpty()) {
      faults.failed("an event of bus %s is lost: %s".formatted(bus.name(), reason));
      return;
    }
    String queueArn = bus.deadLetterArn().get();
    try {
      deadLetters.send(
          bus.arn(),
          queueArn,
          event,
          Map.of("ERROR_CODE", "NO_PERMISSIONS", "ERROR_MESSAGE", reason, "RETRY_ATTEMPTS", "0"));
      faults.succeeded();
    } catch (AwsError e) {
      again(bus, event, reason, "events wait for queue %s: %s".formatted(queueArn, e.getMessage()));
    } catch (RuntimeException | Error e) {
      faults.failed(e);
      again(bus, event, reason, e.getClass().getName());
    }
  }

  private void again(Bus bus, String event, String reason, String fault) {
    faults.failed(fault);
    long bytes = Message.OVERHEAD_BYTES + 2L * event.length();
    space.add(bytes);
    later.run(
        WAIT,
        () -> {
          space.free(bytes);
          keep(bus, event, reason);
        });
  }
}
