package dev.rampart.local.events.bus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.events.queue.Message;
import dev.rampart.local.events.queue.Queue;
import dev.rampart.local.events.queue.QueueMemory;
import dev.rampart.local.events.queue.Queues;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.supervision.DelayedExecutor;
import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.FaultTracker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Hands matched events to targets. A queue gets its message before PutEvents answers; a function is
 * invoked on another thread. What fails is tried again, each time after twice as long, until the
 * target's retry policy ends it; then it goes to the target's dead-letter queue. A queue that does
 * not exist is not tried again, nor is a target that the rule has no permission for. An event that
 * its dead-letter queue cannot take is not lost: it waits, and its target and then the dead-letter
 * queue are tried again.
 */
public final class Delivery {
  private static final String NO_PERMISSIONS = "NO_PERMISSIONS";
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration WAIT_MAX = Duration.ofMinutes(5);

  /** How long an event waits that neither its target nor its dead-letter queue takes. */
  private static final Duration STRANDED_WAIT = Duration.ofSeconds(5);

  private final Queues queues;
  private final DeliveryPermission permission;
  private final FunctionInvoker functions;
  private final DelayedExecutor later;
  private final QueueMemory space;
  private final FaultTracker faults;

  private volatile BiConsumer<String, String> failures = (_, _) -> {};

  /** How many events wait that neither their target nor their dead-letter queue takes. */
  private int stranded;

  public Delivery(
      Queues queues,
      DeliveryPermission permission,
      FunctionInvoker functions,
      DelayedExecutor later,
      QueueMemory space) {
    this.queues = queues;
    this.permission = permission;
    this.functions = functions;
    this.later = later;
    this.space = space;
    this.faults = new FaultTracker("The delivery of events", queues.clock());
  }

  /** One event on its way to one target. */
  private record Parcel(
      Rule rule, RuleTarget target, String event, Instant since, int retries, boolean stranded) {
    long bytes() {
      return Message.OVERHEAD_BYTES + 2L * event.length();
    }

    Parcel again() {
      return new Parcel(rule, target, event, since, retries + 1, stranded);
    }

    Parcel strand() {
      return new Parcel(rule, target, event, since, retries, true);
    }
  }

  /** Says whether there is room for an event on its way to all targets of some rules. */
  boolean hasRoom(List<Rule> rules, String event) {
    long targets = rules.stream().mapToLong(rule -> rule.targets().size()).sum();
    return space.hasRoom(targets * (Message.OVERHEAD_BYTES + 2L * event.length()));
  }

  void deliver(Rule rule, String event) {
    for (RuleTarget target : rule.targets().values()) {
      Parcel parcel = new Parcel(rule, target, event, queues.clock().instant(), 0, false);
      if (RuleTarget.isQueue(target.arn())) {
        toQueue(parcel);
      } else {
        later(Duration.ZERO, parcel);
      }
    }
  }

  /** Has what is given up counted: the names of the bus and of the rule. */
  public void countingFailures(BiConsumer<String, String> listener) {
    failures = listener;
  }

  /** Returns what is wrong with events that wait; empty if none has to. */
  public Optional<Fault> fault() {
    return faults.current();
  }

  private void later(Duration wait, Parcel parcel) {
    space.add(parcel.bytes());
    later.run(
        wait,
        () -> {
          space.free(parcel.bytes());
          attempt(parcel);
        });
  }

  private void strand(Parcel parcel, String reason) {
    stranded(parcel, reason);
    later(STRANDED_WAIT, parcel.strand());
  }

  private synchronized void stranded(Parcel parcel, String reason) {
    faults.failed(reason);
    if (!parcel.stranded()) {
      stranded++;
    }
  }

  private synchronized void delivered(Parcel parcel) {
    if (parcel.stranded()) {
      stranded--;
    }
    if (stranded == 0) {
      faults.succeeded();
    }
  }

  private void attempt(Parcel parcel) {
    if (RuleTarget.isQueue(parcel.target().arn())) {
      toQueue(parcel);
    } else {
      toFunction(parcel);
    }
  }

  private void toQueue(Parcel parcel) {
    Optional<Queue> queue = queues.byArn(parcel.target().arn());
    if (queue.isEmpty()) {
      giveUp(parcel, "NO_RESOURCE", "The specified queue does not exist.");
      return;
    }
    Optional<String> refusal = permission.refusal(parcel.rule().arn(), queue.get().arn());
    if (refusal.isPresent()) {
      giveUp(parcel, NO_PERMISSIONS, refusal.get());
      return;
    }
    try {
      queue.get().add(message(parcel.event()));
      delivered(parcel);
    } catch (AwsError e) {
      retry(parcel, String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      faults.failed(e);
      retry(parcel, e.getClass().getName());
    }
  }

  private void toFunction(Parcel parcel) {
    try {
      byte[] event = parcel.event().getBytes(StandardCharsets.UTF_8);
      switch (functions.invokeFor(parcel.rule().arn(), parcel.target().arn(), event)) {
        case InvocationResult.Answered _ -> delivered(parcel);
        case InvocationResult.NotPermitted refused ->
            giveUp(parcel, NO_PERMISSIONS, refused.reason());
        case InvocationResult.Failure failure -> retry(parcel, failure.reason());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      faults.failed(e);
      retry(parcel, e.getClass().getName());
    }
  }

  private void retry(Parcel parcel, String reason) {
    Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(parcel.retries(), 20));
    Duration wait = doubled.compareTo(WAIT_MAX) < 0 ? doubled : WAIT_MAX;
    Instant tooOld = parcel.since().plus(parcel.target().retryPolicy().ageMax());
    boolean inTime = !queues.clock().instant().plus(wait).isAfter(tooOld);
    if (parcel.retries() < parcel.target().retryPolicy().retriesMax() && inTime) {
      later(wait, parcel.again());
    } else {
      giveUp(parcel, "SDK_CLIENT_ERROR", reason);
    }
  }

  private void giveUp(Parcel parcel, String code, String reason) {
    if (!parcel.stranded()) {
      failures.accept(parcel.rule().bus(), parcel.rule().name());
    }
    Optional<String> arn = parcel.target().deadLetterArn();
    if (arn.isEmpty()) {
      faults.failed(
          "an event of rule %s is lost: target %s does not take it, and there is no dead-letter queue"
              .formatted(parcel.rule().name(), parcel.target().id()));
      return;
    }
    Optional<Queue> queue = queues.byArn(arn.get());
    try {
      queue
          .filter(_ -> isPermitted(parcel, arn.get()))
          .orElseThrow(() -> new AwsError("QueueDoesNotExist", "it does not exist"))
          .add(deadLetter(parcel, code, reason));
      delivered(parcel);
    } catch (AwsError e) {
      strand(parcel, "events wait for queue %s: %s".formatted(arn.get(), e.getMessage()));
    } catch (RuntimeException | Error e) {
      faults.failed(e);
      strand(parcel, "events wait for queue %s: %s".formatted(arn.get(), e.getClass().getName()));
    }
  }

  private boolean isPermitted(Parcel parcel, String queueArn) {
    permission
        .refusal(parcel.rule().arn(), queueArn)
        .ifPresent(
            reason -> {
              throw new AwsError(403, "AccessDenied", reason);
            });
    return true;
  }

  private Message deadLetter(Parcel parcel, String code, String reason) {
    Message message = message(parcel.event());
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    Map.of(
            "RULE_ARN", parcel.rule().arn(),
            "TARGET_ARN", parcel.target().arn(),
            "ERROR_CODE", code,
            "ERROR_MESSAGE", reason,
            "RETRY_ATTEMPTS", Integer.toString(parcel.retries()))
        .forEach(
            (name, value) ->
                attributes.putObject(name).put("DataType", "String").put("StringValue", value));
    return Message.sent(
        message.id(), message.body(), attributes, message.sentAt(), message.visibleAt());
  }

  private Message message(String event) {
    return Message.sent(UUID.randomUUID().toString(), event, queues.clock().instant());
  }
}
