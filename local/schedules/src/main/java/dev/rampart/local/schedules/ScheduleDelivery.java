package dev.rampart.local.schedules;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.lambda.AsyncInvocation;
import dev.rampart.local.supervision.DelayedExecutor;
import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.FaultTracker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands the events of schedules to their functions. What is not taken is tried again, each time
 * after twice as long, until the retry policy of the schedule ends it; then it goes to the
 * dead-letter queue of the schedule. Safe for use by many threads.
 */
final class ScheduleDelivery {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration WAIT_MAX = Duration.ofMinutes(5);

  /** From this many retries on, the wait has its maximum. */
  private static final int DOUBLINGS_MAX = 9;

  /** How many events wait to be tried again; each may have 256 KB. */
  static final int WAITING_MAX = 100;

  private final ScheduleActions actions;
  private final DelayedExecutor later;
  private final InstantSource clock;

  /** By the logical ids of schedules: what one of them meets says nothing of another. */
  private final Map<String, FaultTracker> faults = new ConcurrentHashMap<>();

  private final AtomicInteger waiting = new AtomicInteger();

  ScheduleDelivery(ScheduleActions actions, DelayedExecutor later, InstantSource clock) {
    this.actions = actions;
    this.later = later;
    this.clock = clock;
  }

  /** Why an event is not taken, in Lambda's words. */
  private record Refusal(String code, String reason) {}

  /** Begins to deliver an event; whatever happens to it is told by {@link #fault}. */
  void deliver(ScheduledAttempt attempt) {
    Optional<Refusal> refusal = refusal(attempt);
    if (refusal.isEmpty()) {
      faults(attempt).succeeded();
    } else {
      retry(attempt, refusal.get());
    }
  }

  /** Returns what is wrong with events that are lost: the oldest fault; empty if none is. */
  Optional<Fault> fault() {
    return faults.values().stream()
        .flatMap(tracker -> tracker.current().stream())
        .min(Comparator.comparing(Fault::since));
  }

  private Optional<Refusal> refusal(ScheduledAttempt attempt) {
    try {
      byte[] event = attempt.event().getBytes(StandardCharsets.UTF_8);
      return switch (actions.invoke(attempt.schedule(), event)) {
        case AsyncInvocation.Accepted _ -> Optional.empty();
        case AsyncInvocation.NotPermitted(String reason) ->
            Optional.of(new Refusal("AccessDeniedException", reason));
        case AsyncInvocation.NotFound _ ->
            Optional.of(new Refusal("ResourceNotFoundException", "The function does not exist."));
        case AsyncInvocation.Throttled _ ->
            Optional.of(new Refusal("TooManyRequestsException", "Rate Exceeded."));
      };
    } catch (RuntimeException | Error e) {
      faults(attempt).failed(e);
      return Optional.of(new Refusal("ServiceException", e.getClass().getName()));
    }
  }

  private void retry(ScheduledAttempt attempt, Refusal refusal) {
    ScheduleTarget target = attempt.schedule().target();
    Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempt.retries(), DOUBLINGS_MAX));
    Duration wait = doubled.compareTo(WAIT_MAX) < 0 ? doubled : WAIT_MAX;
    Instant tooOld = attempt.since().plus(target.ageMax());
    if (attempt.retries() >= target.retriesMax()) {
      giveUp(attempt, refusal, "MaximumRetryAttempts");
    } else if (clock.instant().plus(wait).isAfter(tooOld) || !mayWait()) {
      giveUp(attempt, refusal, "MaximumEventAgeInSeconds");
    } else {
      later.run(
          wait,
          () -> {
            int _ = waiting.decrementAndGet();
            deliver(attempt.again());
          });
    }
  }

  private boolean mayWait() {
    if (waiting.incrementAndGet() <= WAITING_MAX) {
      return true;
    }
    int _ = waiting.decrementAndGet();
    return false;
  }

  private void giveUp(ScheduledAttempt attempt, Refusal refusal, String condition) {
    Optional<String> queue = attempt.schedule().target().deadLetterArn();
    if (queue.isEmpty()) {
      lost(attempt, refusal.reason() + ", and there is no dead-letter queue");
      return;
    }
    try {
      actions.keep(
          attempt.schedule(),
          queue.get(),
          attempt.event(),
          attributes(attempt, refusal, condition));
      faults(attempt).succeeded();
    } catch (IllegalArgumentException | AwsError e) {
      lost(attempt, "the dead-letter queue does not take it: " + e.getMessage());
    } catch (RuntimeException | Error e) {
      faults(attempt).failed(e);
    }
  }

  private void lost(ScheduledAttempt attempt, String reason) {
    faults(attempt)
        .failed("an event of %s is lost: %s".formatted(attempt.schedule().logicalId(), reason));
  }

  /** Describes an event as the page "Configuring a schedule's dead-letter queue" has it. */
  private static ObjectNode attributes(
      ScheduledAttempt attempt, Refusal refusal, String condition) {
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    Map.of(
            "ERROR_CODE", refusal.code(),
            "ERROR_MESSAGE", refusal.reason(),
            "EXECUTION_ID", attempt.executionId(),
            "EXHAUSTED_RETRY_CONDITION", condition,
            "IS_PAYLOAD_TRUNCATED", "false",
            "RETRY_ATTEMPTS", Integer.toString(attempt.retries()),
            "SCHEDULED_TIME", attempt.scheduledTime().toString(),
            "SCHEDULE_ARN", attempt.schedule().arn(),
            "TARGET_ARN", attempt.schedule().target().functionArn())
        .forEach(
            (name, value) ->
                attributes.putObject(name).put("DataType", "String").put("StringValue", value));
    return attributes;
  }

  private FaultTracker faults(ScheduledAttempt attempt) {
    String id = attempt.schedule().logicalId();
    return faults.computeIfAbsent(
        id, _ -> new FaultTracker("The delivery of the schedule " + id, clock));
  }
}
