package dev.rampart.local.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands matched events to targets. A queue gets its message before PutEvents answers; a function is
 * invoked on another thread. What fails is tried again, each time after twice as long, until the
 * target's retry policy ends it; then it goes to the target's dead-letter queue. A queue that does
 * not exist is not tried again.
 */
final class Delivery {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration WAIT_MAX = Duration.ofMinutes(5);

  private final Queues queues;
  private final FunctionInvoker functions;
  private final Later later;

  Delivery(Queues queues, FunctionInvoker functions, Later later) {
    this.queues = queues;
    this.functions = functions;
    this.later = later;
  }

  /** One event on its way to one target. */
  private record Parcel(Rule rule, Target target, String event, Instant since) {}

  void deliver(Rule rule, String event) {
    for (Target target : rule.targets().values()) {
      Parcel parcel = new Parcel(rule, target, event, queues.clock().instant());
      if (Target.isQueue(target.arn())) {
        toQueue(parcel);
      } else {
        later.run(Duration.ZERO, () -> toFunction(parcel, 0));
      }
    }
  }

  private void toQueue(Parcel parcel) {
    Optional<Queue> queue = queues.byArn(parcel.target().arn());
    if (queue.isEmpty()) {
      giveUp(parcel, 0, "NO_RESOURCE", "The specified queue does not exist.");
      return;
    }
    queue.get().add(message(parcel.event()));
  }

  private void toFunction(Parcel parcel, int retries) {
    try {
      byte[] event = parcel.event().getBytes(StandardCharsets.UTF_8);
      switch (functions.invoke(parcel.target().arn(), event)) {
        case FunctionInvoker.Outcome.Returned _ -> {}
        case FunctionInvoker.Outcome.Failed(var reason) -> retry(parcel, retries, reason);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void retry(Parcel parcel, int retries, String reason) {
    Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(retries, 20));
    Duration wait = doubled.compareTo(WAIT_MAX) < 0 ? doubled : WAIT_MAX;
    Instant tooOld = parcel.since().plus(parcel.target().ageMax());
    boolean inTime = !queues.clock().instant().plus(wait).isAfter(tooOld);
    if (retries < parcel.target().retriesMax() && inTime) {
      later.run(wait, () -> toFunction(parcel, retries + 1));
    } else {
      giveUp(parcel, retries, "SDK_CLIENT_ERROR", reason);
    }
  }

  private void giveUp(Parcel parcel, int retries, String code, String reason) {
    Message message = message(parcel.event());
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    Map.of(
            "RULE_ARN", parcel.rule().arn(),
            "TARGET_ARN", parcel.target().arn(),
            "ERROR_CODE", code,
            "ERROR_MESSAGE", reason,
            "RETRY_ATTEMPTS", Integer.toString(retries))
        .forEach(
            (name, value) ->
                attributes.putObject(name).put("DataType", "String").put("StringValue", value));
    parcel
        .target()
        .deadLetterArn()
        .flatMap(queues::byArn)
        .ifPresent(
            queue ->
                queue.add(
                    Message.sent(
                        message.id(),
                        message.body(),
                        attributes,
                        message.sentAt(),
                        message.visibleAt())));
  }

  private Message message(String event) {
    return Message.sent(UUID.randomUUID().toString(), event, queues.clock().instant());
  }
}
