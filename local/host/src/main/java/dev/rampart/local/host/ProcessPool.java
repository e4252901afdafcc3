package dev.rampart.local.host;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.supervision.FaultTracker;
import dev.rampart.local.supervision.Loop;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;

/** The processes of one function: each takes one event at a time. */
final class ProcessPool {
  /** Failures that no process can log itself. */
  private static final Set<String> PLATFORM =
      Set.of(Worker.EXIT_ERROR, "Function.ResponseSizeTooLarge");

  /** How many processes an event is offered to, if each ends before it has read the event. */
  private static final int OFFERS_MAX = 5;

  private final FunctionSpec function;
  private final ProcessStarter starter;
  private final RuntimeApi api;
  private final FunctionLog log;
  private final Semaphore reservation;
  private final Semaphore slots;
  private final Dispatcher dispatcher = new Dispatcher();
  private final Set<Worker> all = ConcurrentHashMap.newKeySet();

  /** A permit for each process that ended, or did not start, since the loop last looked. */
  private final Semaphore missing = new Semaphore(0);

  private final FaultTracker invocations;
  private final FaultTracker admissions;
  private final FaultTracker starts;
  private final Loop replacing;
  private volatile boolean closed;

  ProcessPool(FunctionSpec function, ProcessStarter starter, RuntimeApi api, FunctionLog log) {
    this.function = function;
    this.starter = starter;
    this.api = api;
    this.log = log;
    this.reservation = new Semaphore(function.reserved());
    this.slots = new Semaphore(function.concurrencyMax(), true);
    InstantSource clock = InstantSource.system();
    this.invocations = new FaultTracker("Function " + function.name(), clock);
    this.admissions = new FaultTracker("The start of an event of " + function.name(), clock);
    this.starts = new FaultTracker("The start of a process of " + function.name(), clock);
    this.replacing =
        Loop.start("The replacement of processes of " + function.name(), this::replace, clock);
  }

  /** Sees an event through the process that is free first; starts one more if all are busy. */
  InvocationResult invoke(byte[] payload) throws InterruptedException {
    if (!reservation.tryAcquire()) {
      return throttled(
          "its reserved concurrency is "
              + function.reserved()
              + (function.reserved() == 0 ? ", so it never runs" : ", and all of it is in use"));
    }
    try {
      return invokeInTurn(payload);
    } finally {
      reservation.release();
    }
  }

  private InvocationResult invokeInTurn(byte[] payload) throws InterruptedException {
    if (closed || !slots.tryAcquire(function.waitMax().toNanos(), NANOSECONDS)) {
      return throttled("no process was free for " + function.waitMax().toSeconds() + " s");
    }
    try {
      InvocationResult invocation = offer(payload);
      note(invocation);
      return invocation;
    } finally {
      slots.release();
    }
  }

  /** Throttling is over when an event has run: with a reservation of 0 none ever does. */
  private InvocationResult throttled(String reason) {
    if (!closed) {
      admissions.failed(reason);
    }
    return new InvocationResult.Throttled();
  }

  private InvocationResult offer(byte[] payload) throws InterruptedException {
    for (int i = 0; i < OFFERS_MAX; i++) {
      Optional<InvocationResult> invocation = offerOnce(payload);
      if (invocation.isPresent()) {
        return invocation.get();
      }
    }
    return new InvocationResult.Unavailable(
        OFFERS_MAX + " processes ended before they read the event");
  }

  /** Returns how the event ended; empty if the process ended before it had read the event. */
  private Optional<InvocationResult> offerOnce(byte[] payload) throws InterruptedException {
    return switch (awaitTurn()) {
      case Dispatcher.Turn.Ready(Worker worker) -> worker.run(payload);
      case Dispatcher.Turn.Refused(InvocationResult reason) -> Optional.of(reason);
    };
  }

  private Dispatcher.Turn awaitTurn() throws InterruptedException {
    CompletableFuture<Dispatcher.Turn> turn = dispatcher.request();
    startForWaiting();
    try {
      return await(turn);
    } catch (InterruptedException e) {
      dispatcher.withdraw(turn);
      throw e;
    }
  }

  /** Starts a process if an event waits and there are fewer processes than events. */
  private void startForWaiting() {
    dispatcher
        .reserveForWaiting(events())
        .ifPresent(
            token -> {
              try {
                var _ = launch(token);
              } catch (IOException _) {
                // The events that wait know, if there is no process left for them.
              }
            });
  }

  /** Records the outcome; says in the function's log what only the platform can know. */
  private void note(InvocationResult invocation) {
    if (closed) {
      // Closing ends the processes at work, which is no fault of theirs.
      return;
    }
    admissions.succeeded();
    switch (invocation) {
      case InvocationResult.Answered _ -> invocations.succeeded();
      case InvocationResult.TimedOut(String requestId, Duration timeout) -> {
        invocations.failed("an event took longer than " + timeout.toSeconds() + " s");
        log.line(requestId + " Task timed out after " + timeout.toSeconds() + " seconds");
      }
      case InvocationResult.FunctionError(String type, String message) -> {
        // Not the message: it may hold what a client sent.
        invocations.failed(type);
        if (PLATFORM.contains(type)) {
          log.line(message + " " + type);
        }
      }
      case InvocationResult.NotStarted(String type, var _) -> invocations.failed(type);
      case InvocationResult.Unavailable(String reason) -> invocations.failed(reason);
      // Neither comes as far as a process.
      case InvocationResult.Throttled _, InvocationResult.NotPermitted _ -> {}
    }
  }

  /**
   * Starts the processes that the warm set lacks, one after the other; returns why one does not
   * start, or nothing.
   */
  Optional<InvocationResult.NotStarted> warm() throws InterruptedException, IOException {
    Optional<String> token = dispatcher.reserve(function.warm());
    while (token.isPresent()) {
      Optional<InvocationResult.NotStarted> failure = await(launch(token.get()));
      if (failure.isPresent()) {
        return failure;
      }
      token = dispatcher.reserve(function.warm());
    }
    return Optional.empty();
  }

  private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Gives processes that end a successor at once, so that the next caller need not wait for it. It
   * takes no slot: a caller that comes meanwhile must not be throttled because of it.
   */
  private Optional<Duration> replace() throws InterruptedException, IOException {
    missing.acquire();
    missing.drainPermits();
    boolean done = false;
    try {
      Optional<InvocationResult.NotStarted> failure = warm();
      if (failure.isPresent()) {
        throw new IOException(failure.get().errorType() + ": " + failure.get().reason());
      }
      done = true;
    } finally {
      if (!done) {
        missing.release();
      }
    }
    return Optional.of(Duration.ZERO);
  }

  /**
   * Starts the process that the token was reserved for.
   *
   * @return completed when the process asks for work, or with why it never will
   */
  private CompletableFuture<Optional<InvocationResult.NotStarted>> launch(String token)
      throws IOException {
    try {
      if (closed) {
        throw new IOException("the host is closed");
      }
      String id = UUID.randomUUID().toString().replace("-", "");
      Process process = starter.start(function, api.address(token), id);
      Worker worker = new Worker(token, id, function, process, dispatcher);
      all.add(worker);
      api.add(token, worker);
      CompletableFuture<Optional<InvocationResult.NotStarted>> started =
          worker.started().thenApply(failure -> noteStart(worker, failure));
      var _ = process.onExit().thenRun(() -> ended(worker));
      log.follow(process.getInputStream());
      // As stop() does to those that it finds.
      if (closed) {
        process.destroy();
      }
      return started;
    } catch (IOException | RuntimeException e) {
      if (!closed) {
        starts.failed(e);
      }
      dispatcher.startFailed(
          token, new InvocationResult.Unavailable("no process can be started: " + e.getMessage()));
      throw e;
    }
  }

  private Optional<InvocationResult.NotStarted> noteStart(
      Worker worker, Optional<InvocationResult.NotStarted> failure) {
    failure.ifPresentOrElse(reason -> noteFailedStart(worker, reason), starts::succeeded);
    return failure;
  }

  private void noteFailedStart(Worker worker, InvocationResult.NotStarted reason) {
    if (!closed) {
      starts.failed(reason.errorType() + ": " + reason.reason());
    }
    dispatcher.startFailed(worker.token(), reason);
  }

  private void ended(Worker worker) {
    var _ = worker.exited().thenRun(() -> api.remove(worker.token()));
    all.remove(worker);
    // Not after a failed start: the next one would fail too, and so on without end.
    if (dispatcher.ended(worker)) {
      startForWaiting();
    }
    missing.release();
  }

  /** Returns how many events have a process or wait for one. */
  private int events() {
    return function.concurrencyMax() - slots.availablePermits();
  }

  /** Returns the process with this id; empty if there is none, or it has ended. */
  Optional<Process> process(String id) {
    return all.stream()
        .filter(worker -> worker.id().equals(id) && worker.alive())
        .map(Worker::process)
        .findFirst();
  }

  FunctionSpec function() {
    return function;
  }

  FunctionHealth health() {
    return new FunctionHealth(
        function.name(),
        (int) all.stream().filter(Worker::alive).count(),
        function.reserved() - reservation.availablePermits(),
        invocations.current(),
        admissions.current(),
        starts.current(),
        log.fault(),
        log.listenerFault());
  }

  /** Asks every process to end; no more are started. */
  void stop() {
    closed = true;
    replacing.close();
    all.forEach(worker -> worker.process().destroy());
  }

  /** Kills what is still there at the deadline, and closes the log. */
  void kill(long deadlineNanos) throws InterruptedException, IOException {
    for (Worker worker : all) {
      if (!worker.process().waitFor(deadlineNanos - System.nanoTime(), NANOSECONDS)) {
        worker.kill();
        worker.process().waitFor();
      }
    }
    log.close();
  }
}
