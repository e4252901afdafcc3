package dev.rampart.local.host.async;

import dev.rampart.local.host.mapping.Destination;
import dev.rampart.local.host.mapping.DestinationSender;
import dev.rampart.local.protocol.lambda.FunctionArn;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.supervision.DelayedExecutor;
import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.FaultTracker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes events for functions and sees to it that each is handled, or goes to the function's
 * destination of failures; what is handled is told the destination of successes. The times are
 * those of the page "How Lambda handles errors and retries with asynchronous invocation". Safe for
 * use by many threads.
 */
public final class AsyncInvoker {
  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  private static final Duration NEXT_RETRY = Duration.ofMinutes(2);

  /** After a throttle: doubled each time. */
  private static final Duration FIRST_DEFERRAL = Duration.ofSeconds(1);

  private static final Duration DEFERRAL_MAX = Duration.ofMinutes(5);

  /** How long a record waits for a destination that does not take it. */
  private static final Duration STRANDED_WAIT = Duration.ofSeconds(5);

  /** Room for all events and records that wait. */
  static final long BYTES_MAX = 32L * 1024 * 1024;

  private final Map<String, AsyncSettings> settings;
  private final FunctionInvoker functions;
  private final DestinationSender destinations;
  private final DelayedExecutor later;
  private final InstantSource clock;
  private final Map<String, FaultTracker> faults = new HashMap<>();
  private long bytes;

  /**
   * Creates an invoker.
   *
   * @param settings those of each function, by its ARN without a version or alias
   * @param destinations takes the records of events that are handled or given up
   */
  public AsyncInvoker(
      Map<String, AsyncSettings> settings,
      FunctionInvoker functions,
      DestinationSender destinations,
      DelayedExecutor later,
      InstantSource clock) {
    this.settings = Map.copyOf(settings);
    this.functions = functions;
    this.destinations = destinations;
    this.later = later;
    this.clock = clock;
    for (String arn : settings.keySet()) {
      faults.put(
          arn, new FaultTracker("The asynchronous invocation of " + FunctionArn.name(arn), clock));
    }
  }

  /** A record on its way to a destination. */
  private record Told(
      String functionArn, Destination to, DestinationSender.Outcome outcome, String text) {
    long bytes() {
      return AsyncEvent.OVERHEAD_BYTES + text.length();
    }
  }

  /**
   * Takes an event.
   *
   * @param functionArn the ARN, perhaps with an alias
   * @param event the event as JSON
   * @return whether there was room for it
   * @throws IllegalArgumentException if there is no such function
   */
  public boolean offer(String functionArn, byte[] event) {
    AsyncSettings _ = settings(functionArn);
    AsyncEvent taken =
        new AsyncEvent(UUID.randomUUID().toString(), functionArn, event, clock.instant(), 0, 0);
    synchronized (this) {
      if (bytes + taken.bytes() > BYTES_MAX) {
        return false;
      }
      bytes += taken.bytes();
    }
    later.run(Duration.ZERO, () -> attempt(taken));
    return true;
  }

  /**
   * Says whether there is a function.
   *
   * @param functionArn the ARN, perhaps with an alias
   */
  public boolean knows(String functionArn) {
    return find(functionArn).isPresent();
  }

  /**
   * Returns what went wrong with the last event that was given up, of any function; empty once each
   * has handled one since.
   */
  public Optional<Fault> fault() {
    return faults.values().stream()
        .map(FaultTracker::current)
        .flatMap(Optional::stream)
        .max(Comparator.comparing(Fault::since));
  }

  private FaultTracker faults(String functionArn) {
    return Objects.requireNonNull(faults.get(FunctionArn.unqualified(functionArn)));
  }

  private AsyncSettings settings(String functionArn) {
    return find(functionArn)
        .orElseThrow(() -> new IllegalArgumentException("There is no function " + functionArn));
  }

  private Optional<AsyncSettings> find(String functionArn) {
    return Optional.ofNullable(settings.get(FunctionArn.unqualified(functionArn)));
  }

  private void attempt(AsyncEvent event) {
    try {
      switch (functions.invoke(event.functionArn(), event.payload())) {
        case InvocationResult.Answered(byte[] answer) -> handled(event, answer);
        case InvocationResult.Throttled failure -> throttled(event, failure);
        case InvocationResult.Unavailable failure -> deferred(event.deferredAgain(), failure);
        case InvocationResult.Failure failure -> failed(event.failedAgain(), failure);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      faults(event.functionArn()).failed(e);
      deferred(event.deferredAgain(), new InvocationResult.Unavailable(e.getClass().getName()));
    }
  }

  private void handled(AsyncEvent event, byte[] answer) {
    faults(event.functionArn()).succeeded();
    Optional<Destination> to = settings(event.functionArn()).onSuccess();
    if (to.isEmpty()) {
      end(event);
    } else {
      send(event, to.get(), InvocationRecord.handled(event, answer, clock.instant()));
    }
  }

  private void throttled(AsyncEvent event, InvocationResult.Failure failure) {
    if (settings(event.functionArn()).neverRuns()) {
      giveUp(event, "ZeroReservedConcurrency", failure);
    } else {
      deferred(event.deferredAgain(), failure);
    }
  }

  private void failed(AsyncEvent event, InvocationResult.Failure failure) {
    if (event.failures() > settings(event.functionArn()).retriesMax()) {
      giveUp(event, "RetriesExhausted", failure);
      return;
    }
    retry(event, event.failures() == 1 ? FIRST_RETRY : NEXT_RETRY, failure);
  }

  private void deferred(AsyncEvent event, InvocationResult.Failure failure) {
    Duration doubled = FIRST_DEFERRAL.multipliedBy(1L << Math.min(event.deferrals() - 1, 10));
    retry(event, doubled.compareTo(DEFERRAL_MAX) < 0 ? doubled : DEFERRAL_MAX, failure);
  }

  private void retry(AsyncEvent event, Duration wait, InvocationResult.Failure failure) {
    Instant tooOld = event.since().plus(settings(event.functionArn()).ageMax());
    if (clock.instant().plus(wait).isAfter(tooOld)) {
      giveUp(event, "EventAgeExceeded", failure);
    } else {
      later.run(wait, () -> attempt(event));
    }
  }

  private void giveUp(AsyncEvent event, String condition, InvocationResult.Failure failure) {
    Optional<Destination> to = settings(event.functionArn()).onFailure();
    if (to.isEmpty()) {
      faults(event.functionArn())
          .failed(
              "an event for "
                  + FunctionArn.name(event.functionArn())
                  + " is lost: the function failed at it, and has no destination for failures");
      end(event);
      return;
    }
    send(event, to.get(), InvocationRecord.givenUp(event, condition, failure, clock.instant()));
  }

  /** The record takes the place of the event, of which it has what is worth keeping. */
  private void send(AsyncEvent event, Destination to, InvocationRecord described) {
    String text = described.text(Math.min(to.kind().bytesMax(), room() + event.bytes()));
    Told told = new Told(event.functionArn(), to, described.outcome(), text);
    add(told.bytes() - event.bytes());
    send(told);
  }

  private void send(Told told) {
    try {
      destinations.send(told.functionArn(), told.to(), told.outcome(), told.text());
      faults(told.functionArn()).succeeded();
      add(-told.bytes());
    } catch (RuntimeException | Error e) {
      faults(told.functionArn()).failed(e);
      later.run(STRANDED_WAIT, () -> send(told));
    }
  }

  private void end(AsyncEvent event) {
    add(-event.bytes());
  }

  private synchronized long room() {
    return BYTES_MAX - bytes;
  }

  private synchronized void add(long more) {
    bytes += more;
  }
}
