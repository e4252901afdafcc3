package dev.rampart.local.events.bus;

import dev.rampart.local.events.archive.Archives;
import dev.rampart.local.events.queue.Message;
import dev.rampart.local.events.queue.Queue;
import dev.rampart.local.events.queue.QueueMemory;
import dev.rampart.local.events.queue.Queues;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.lambda.AsyncFunctionInvoker;
import dev.rampart.local.protocol.lambda.AsyncInvocation;
import dev.rampart.local.supervision.DelayedExecutor;
import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.FaultTracker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Hands matched events to targets, before PutEvents answers: a queue gets its message, and Lambda
 * takes the event for a function, and a topic has its message. What becomes of it there is their
 * own affair, as on AWS. An API destination is called on another thread. What a target does not
 * take is tried again, each time after twice as long, until the target's retry policy ends it; then
 * it goes to the target's dead-letter queue. A target that does not exist is not tried again, nor
 * is one that the rule has no permission for. An event that its dead-letter queue cannot take is
 * not lost: it waits, and its target and then the dead-letter queue are tried again.
 */
public final class Delivery {
  // Error codes of the page "Using dead-letter queues to process undelivered events".
  private static final String NO_PERMISSIONS = "NO_PERMISSIONS";
  private static final String NO_RESOURCE = "NO_RESOURCE";
  private static final String THROTTLING = "THROTTLING";
  private static final String ERROR_FROM_TARGET = "ERROR_FROM_TARGET";
  private static final String INTERNAL_ERROR = "INTERNAL_ERROR";

  /** The part of a retry policy that ends the retries of an old event. */
  private static final String TOO_OLD = "MaximumEventAgeInSeconds";

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration WAIT_MAX = Duration.ofMinutes(5);

  /** How long an event waits that neither its target nor its dead-letter queue takes. */
  private static final Duration STRANDED_WAIT = Duration.ofSeconds(5);

  /** An event has a million characters at most; what a transformer makes of it may be longer. */
  private static final int INPUT_CHARS_MAX = 1_048_576;

  private final Queues queues;
  private final DeliveryPermission permission;
  private final AsyncFunctionInvoker functions;
  private final DelayedExecutor later;
  private final QueueMemory space;
  private final Archives archives;
  private final UndeliveredEvents deadLetters;
  private final SealedEvents sealed;
  private final FaultTracker faults;

  private volatile BiConsumer<String, String> failures = (_, _) -> {};
  private volatile RemoteTargets remote = RemoteTargets.none();

  /** How many events wait that neither their target nor their dead-letter queue takes. */
  private int stranded;

  public Delivery(
      Queues queues,
      DeliveryPermission permission,
      AsyncFunctionInvoker functions,
      DelayedExecutor later,
      QueueMemory space,
      Archives archives) {
    this.queues = queues;
    this.permission = permission;
    this.functions = functions;
    this.later = later;
    this.space = space;
    this.archives = archives;
    this.deadLetters = new UndeliveredEvents(queues, permission);
    this.sealed = new SealedEvents(deadLetters, later, space, queues.clock());
    this.faults = new FaultTracker("The delivery of events", queues.clock());
  }

  /** Says why a bus may not encrypt an event of the account's own; empty if it may. */
  Optional<String> keyRefusal(Bus bus) {
    return permission.keyRefusal(bus.arn());
  }

  /**
   * Says whether there is room for an event on its way to all that may have to wait for it: the
   * dead-letter queue of the bus if it may not encrypt it, else the targets of some rules but for
   * archives, which have room of their own.
   *
   * @param refusal why the bus may not encrypt it; empty if it may
   */
  boolean hasRoom(Bus bus, List<Rule> rules, String event, Optional<String> refusal) {
    long targets =
        refusal.isPresent()
            ? bus.deadLetterArn().stream().count()
            : rules.stream()
                .flatMap(rule -> rule.targets().values().stream())
                .filter(target -> !RuleTarget.isArchive(target.arn()))
                .count();
    return space.hasRoom(targets * (Message.OVERHEAD_BYTES + 2L * event.length()));
  }

  /**
   * Has some rules of a bus get an event, if the bus may encrypt it.
   *
   * @param refusal why it may not; empty if it may
   */
  void deliver(Bus bus, List<Rule> rules, String event, Optional<String> refusal) {
    if (refusal.isPresent()) {
      sealed.keep(bus, event, refusal.get());
    } else {
      rules.forEach(rule -> deliver(rule, event));
    }
  }

  void deliver(Rule rule, String event) {
    for (RuleTarget target : rule.targets().values()) {
      if (RuleTarget.isArchive(target.arn())) {
        archives.keep(target.arn(), event);
        continue;
      }
      EventParcel parcel = new EventParcel(rule, target, event, queues.clock().instant(), 0, false);
      if (RuleTarget.isDestination(target.arn())) {
        // Whoever put the event does not wait for an answer from elsewhere.
        later(Duration.ZERO, parcel);
      } else {
        attempt(parcel);
      }
    }
  }

  /** Says what takes events for topics and API destinations. */
  public void connect(RemoteTargets targets) {
    remote = targets;
  }

  /** Has what is given up counted: the names of the bus and of the rule. */
  public void countingFailures(BiConsumer<String, String> listener) {
    failures = listener;
  }

  /** Returns what is wrong with events that wait; empty if none has to. */
  public Optional<Fault> fault() {
    return faults.current().or(sealed::fault);
  }

  private void later(Duration wait, EventParcel parcel) {
    space.add(parcel.bytes());
    later.run(
        wait,
        () -> {
          space.free(parcel.bytes());
          attempt(parcel);
        });
  }

  private void strand(EventParcel parcel, String reason) {
    stranded(parcel, reason);
    later(STRANDED_WAIT, parcel.strand());
  }

  private synchronized void stranded(EventParcel parcel, String reason) {
    faults.failed(reason);
    if (!parcel.stranded()) {
      stranded++;
    }
  }

  private synchronized void delivered(EventParcel parcel) {
    if (parcel.stranded()) {
      stranded--;
    }
    if (stranded == 0) {
      faults.succeeded();
    }
  }

  private void attempt(EventParcel parcel) {
    String input = parcel.input();
    if (input.length() > INPUT_CHARS_MAX) {
      giveUp(
          parcel, new DeliveryFailure(ERROR_FROM_TARGET, "What the target would get is too long."));
      return;
    }
    String arn = parcel.target().arn();
    if (RuleTarget.isQueue(arn)) {
      toQueue(parcel, input);
    } else if (RuleTarget.isTopic(arn) || RuleTarget.isDestination(arn)) {
      toRemote(parcel, input);
    } else {
      toFunction(parcel, input);
    }
  }

  private void toRemote(EventParcel parcel, String input) {
    try {
      switch (remote.offer(parcel.rule().arn(), parcel.target(), input)) {
        case TargetAnswer.Taken _ -> delivered(parcel);
        case TargetAnswer.Refused refused ->
            giveUp(parcel, new DeliveryFailure(refused.code(), refused.reason()));
        case TargetAnswer.Failed failed ->
            retry(
                parcel,
                new DeliveryFailure(failed.code(), failed.reason()),
                failed.delay().orElse(Duration.ZERO));
        case TargetAnswer.NotYet early -> postpone(parcel, early.delay());
      }
    } catch (RuntimeException | Error e) {
      faults.failed(e);
      retry(parcel, new DeliveryFailure(INTERNAL_ERROR, e.getClass().getName()));
    }
  }

  private void toQueue(EventParcel parcel, String input) {
    Optional<Queue> queue = queues.byArn(parcel.target().arn());
    if (queue.isEmpty()) {
      giveUp(parcel, new DeliveryFailure(NO_RESOURCE, "The specified queue does not exist."));
      return;
    }
    Optional<String> refusal = permission.refusal(parcel.rule().arn(), queue.get().arn());
    if (refusal.isPresent()) {
      giveUp(parcel, new DeliveryFailure(NO_PERMISSIONS, refusal.get()));
      return;
    }
    try {
      queue.get().add(message(input));
      delivered(parcel);
    } catch (AwsError e) {
      String code = e.code().equals("RequestThrottled") ? THROTTLING : ERROR_FROM_TARGET;
      retry(parcel, new DeliveryFailure(code, String.valueOf(e.getMessage())));
    } catch (RuntimeException | Error e) {
      faults.failed(e);
      retry(parcel, new DeliveryFailure(INTERNAL_ERROR, e.getClass().getName()));
    }
  }

  private void toFunction(EventParcel parcel, String input) {
    try {
      byte[] event = input.getBytes(StandardCharsets.UTF_8);
      switch (functions.offer(parcel.rule().arn(), parcel.target().arn(), event)) {
        case AsyncInvocation.Accepted _ -> delivered(parcel);
        case AsyncInvocation.NotPermitted(String reason) ->
            giveUp(parcel, new DeliveryFailure(NO_PERMISSIONS, reason));
        case AsyncInvocation.NotFound _ ->
            giveUp(parcel, new DeliveryFailure(NO_RESOURCE, "The function does not exist."));
        case AsyncInvocation.Throttled _ ->
            retry(parcel, new DeliveryFailure(THROTTLING, "Rate Exceeded."));
      }
    } catch (RuntimeException | Error e) {
      faults.failed(e);
      retry(parcel, new DeliveryFailure(INTERNAL_ERROR, e.getClass().getName()));
    }
  }

  private void retry(EventParcel parcel, DeliveryFailure failure) {
    retry(parcel, failure, Duration.ZERO);
  }

  /** Offers an event again after a while, which is at least what its target asks for. */
  private void retry(EventParcel parcel, DeliveryFailure failure, Duration asked) {
    Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(parcel.retries(), 20));
    Duration usual = doubled.compareTo(WAIT_MAX) < 0 ? doubled : WAIT_MAX;
    Duration wait = usual.compareTo(asked) < 0 ? asked : usual;
    if (parcel.retries() >= parcel.target().retryPolicy().retriesMax()) {
      giveUp(parcel, failure.exhausted("MaximumRetryAttempts"));
    } else if (isTooOld(parcel, wait)) {
      giveUp(parcel, failure.exhausted(TOO_OLD));
    } else {
      later(wait, parcel.again());
    }
  }

  private void postpone(EventParcel parcel, Duration wait) {
    if (isTooOld(parcel, wait)) {
      giveUp(parcel, new DeliveryFailure(THROTTLING, "Rate Exceeded.").exhausted(TOO_OLD));
    } else {
      later(wait, parcel);
    }
  }

  private boolean isTooOld(EventParcel parcel, Duration wait) {
    Instant last = parcel.since().plus(parcel.target().retryPolicy().ageMax());
    return queues.clock().instant().plus(wait).isAfter(last);
  }

  private void giveUp(EventParcel parcel, DeliveryFailure failure) {
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
    try {
      deadLetters.send(parcel.rule().arn(), arn.get(), parcel.event(), failure.attributes(parcel));
      delivered(parcel);
    } catch (AwsError e) {
      strand(parcel, "events wait for queue %s: %s".formatted(arn.get(), e.getMessage()));
    } catch (RuntimeException | Error e) {
      faults.failed(e);
      strand(parcel, "events wait for queue %s: %s".formatted(arn.get(), e.getClass().getName()));
    }
  }

  private Message message(String event) {
    return Message.sent(UUID.randomUUID().toString(), event, queues.clock().instant());
  }
}
