package dev.rampart.local.host.async;

import dev.rampart.local.host.mapping.FailureSink;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.supervision.DelayedExecutor;
import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.FaultTracker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes events for functions and sees to it that each is handled, or goes to the function's
 * destination of failures. The times are those of the page "How Lambda handles errors and retries
 * with asynchronous invocation". Safe for use by many threads.
 */
public final class AsyncInvoker {
  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  private static final Duration NEXT_RETRY = Duration.ofMinutes(2);

  /** After a throttle: doubled each time. */
  private static final Duration FIRST_DEFERRAL = Duration.ofSeconds(1);

  private static final Duration DEFERRAL_MAX = Duration.ofMinutes(5);

  /** How long what was given up waits for a queue that does not take it. */
  private static final Duration STRANDED_WAIT = Duration.ofSeconds(5);

  /** Room for the payloads of all events that wait. */
  static final long BYTES_MAX = 32L * 1024 * 1024;

  private final Map<String, AsyncSettings> settings;
  private final FunctionInvoker functions;
  private final FailureSink failures;
  private final DelayedExecutor later;
  private final InstantSource clock;
  private final FaultTracker faults;
  private long bytes;

  /**
   * Creates an invoker.
   *
   * @param settings those of each function, by its ARN without a version or alias
   * @param failures what takes the records of events that are given up
   */
  public AsyncInvoker(
      Map<String, AsyncSettings> settings,
      FunctionInvoker functions,
      FailureSink failures,
      DelayedExecutor later,
      InstantSource clock) {
    this.settings = Map.copyOf(settings);
    this.functions = functions;
    this.failures = failures;
    this.later = later;
    this.clock = clock;
    this.faults = new FaultTracker("The asynchronous invocation of functions", clock);
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
    synchronized (this) {
      if (bytes + event.length > BYTES_MAX) {
        return false;
      }
      bytes += event.length;
    }
    AsyncEvent taken =
        new AsyncEvent(UUID.randomUUID().toString(), functionArn, event, clock.instant(), 0, 0);
    later.run(Duration.ZERO, () -> attempt(taken));
    return true;
  }

  /** Returns what went wrong with the last event that was given up; empty once one is handled. */
  public Optional<Fault> fault() {
    return faults.current();
  }

  private AsyncSettings settings(String functionArn) {
    return settings.entrySet().stream()
        .filter(
            each ->
                functionArn.equals(each.getKey()) || functionArn.startsWith(each.getKey() + ":"))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElseThrow(() -> new IllegalArgumentException("There is no function " + functionArn));
  }

  private void attempt(AsyncEvent event) {
    try {
      switch (functions.invoke(event.functionArn(), event.payload())) {
        case InvocationResult.Answered _ -> {
          faults.succeeded();
          end(event);
        }
        case InvocationResult.Throttled failure -> deferred(event.deferredAgain(), failure);
        case InvocationResult.Unavailable failure -> deferred(event.deferredAgain(), failure);
        case InvocationResult.Failure failure -> failed(event.failedAgain(), failure);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      faults.failed(e);
      deferred(event.deferredAgain(), new InvocationResult.Unavailable(e.getClass().getName()));
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
    Optional<String> queue = settings(event.functionArn()).failureQueueArn();
    if (queue.isEmpty()) {
      faults.failed(
          "an event for "
              + event.functionArn()
              + " is lost: the function failed at it, and has no destination for failures");
      end(event);
      return;
    }
    String document = FailureRecord.of(event, condition, failure, clock.instant());
    keep(event, queue.get(), document);
  }

  private void keep(AsyncEvent event, String queueArn, String document) {
    try {
      failures.send(queueArn, document);
      faults.succeeded();
      end(event);
    } catch (RuntimeException | Error e) {
      faults.failed(e);
      later.run(STRANDED_WAIT, () -> keep(event, queueArn, document));
    }
  }

  private synchronized void end(AsyncEvent event) {
    bytes -= event.payload().length;
  }
}
