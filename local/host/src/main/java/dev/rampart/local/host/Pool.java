package dev.rampart.local.host;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.rampart.local.supervision.Faults;
import dev.rampart.local.supervision.Loop;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** The processes of one function: each takes one event at a time, the last used one first. */
final class Pool {
  /** Failures that no process can log itself. */
  private static final Set<String> PLATFORM =
      Set.of(Worker.EXIT_ERROR, "Function.ResponseSizeTooLarge");

  /** How many processes an event is offered to, if each ends before it has read the event. */
  private static final int OFFERS_MAX = 5;

  private final FunctionSpec function;
  private final ProcessStarter starter;
  private final RuntimeApi api;
  private final FunctionLog log;
  private final Semaphore slots;
  private final Deque<Worker> idle = new ConcurrentLinkedDeque<>();
  private final Set<Worker> all = ConcurrentHashMap.newKeySet();

  /** A permit for each process that ended, or did not start, since the loop last looked. */
  private final Semaphore missing = new Semaphore(0);

  private final Faults invocations;
  private final Faults starts;
  private final Loop replacing;
  private volatile boolean closed;

  Pool(FunctionSpec function, ProcessStarter starter, RuntimeApi api, FunctionLog log) {
    this.function = function;
    this.starter = starter;
    this.api = api;
    this.log = log;
    this.slots = new Semaphore(function.concurrencyMax(), true);
    InstantSource clock = InstantSource.system();
    this.invocations = new Faults("Function " + function.name(), clock);
    this.starts = new Faults("The start of a process of " + function.name(), clock);
    this.replacing =
        Loop.start("The replacement of processes of " + function.name(), this::replace, clock);
  }

  /** Sees an event through one process, a new one where all are busy. */
  Invocation invoke(byte[] payload) throws InterruptedException {
    if (closed || !slots.tryAcquire(function.patience().toNanos(), NANOSECONDS)) {
      return new Invocation.Throttled();
    }
    try {
      Invocation invocation = offer(payload);
      note(invocation);
      return invocation;
    } finally {
      slots.release();
    }
  }

  private Invocation offer(byte[] payload) throws InterruptedException {
    for (int i = 0; i < OFFERS_MAX; i++) {
      Optional<Invocation> invocation = offerOnce(payload);
      if (invocation.isPresent()) {
        return invocation.get();
      }
    }
    return new Invocation.Unavailable(OFFERS_MAX + " processes ended before they read the event");
  }

  private Optional<Invocation> offerOnce(byte[] payload) throws InterruptedException {
    Worker worker;
    try {
      Optional<Worker> free = takeIdle();
      worker = free.isPresent() ? free.get() : start();
    } catch (IOException e) {
      return Optional.of(
          new Invocation.Unavailable("no process can be started: " + e.getMessage()));
    }
    Optional<Invocation.NotStarted> failure = started(worker);
    if (failure.isPresent()) {
      return Optional.of(failure.get());
    }
    Optional<Invocation> invocation = worker.run(payload);
    // A process that is about to end may still look alive: it is offered events, and takes none.
    if (invocation.isPresent() && worker.alive()) {
      idle.push(worker);
    }
    return invocation;
  }

  /** Records the outcome; says in the function's log what only the platform can know. */
  private void note(Invocation invocation) {
    if (closed) {
      // Closing ends the processes at work, which is no fault of theirs.
      return;
    }
    switch (invocation) {
      case Invocation.Returned _ -> invocations.succeeded();
      case Invocation.TimedOut(var requestId, var timeout) -> {
        invocations.failed("an event took longer than " + timeout.toSeconds() + " s");
        log.line(requestId + " Task timed out after " + timeout.toSeconds() + " seconds");
      }
      case Invocation.Failed(var _, var type, var message, var _) -> {
        // Not the message: it may hold what a client sent.
        invocations.failed(type);
        if (PLATFORM.contains(type)) {
          log.line(message + " " + type);
        }
      }
      case Invocation.NotStarted(var type, var _) -> invocations.failed(type);
      case Invocation.Unavailable(var message) -> invocations.failed(message);
      case Invocation.Throttled _ -> {}
    }
  }

  /** Starts one process and keeps it for later; returns why it does not start, or nothing. */
  Optional<Invocation.NotStarted> warm() throws InterruptedException, IOException {
    Worker worker = start();
    Optional<Invocation.NotStarted> failure = started(worker);
    if (failure.isEmpty()) {
      idle.push(worker);
    }
    return failure;
  }

  private Optional<Invocation.NotStarted> started(Worker worker) throws InterruptedException {
    Optional<Invocation.NotStarted> failure = worker.awaitStart();
    failure.ifPresentOrElse(
        reason -> starts.failed(reason.errorType() + ": " + reason.message()), starts::succeeded);
    return failure;
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
      while (!closed && all.stream().filter(Worker::alive).count() < function.warm()) {
        Optional<Invocation.NotStarted> failure = warm();
        if (failure.isPresent()) {
          throw new IOException(failure.get().errorType() + ": " + failure.get().message());
        }
      }
      done = true;
    } finally {
      if (!done) {
        missing.release();
      }
    }
    return Optional.of(Duration.ZERO);
  }

  private Optional<Worker> takeIdle() {
    for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
      if (worker.alive()) {
        return Optional.of(worker);
      }
    }
    return Optional.empty();
  }

  private Worker start() throws IOException {
    String token = UUID.randomUUID().toString().replace("-", "");
    try {
      Process process = starter.start(function, api.address(token), token);
      Worker worker = new Worker(function, process);
      all.add(worker);
      api.add(token, worker);
      var _ = process.onExit().thenRun(() -> ended(token, worker));
      log.follow(process.getInputStream());
      // As stop() does to those that it finds.
      if (closed) {
        process.destroy();
      }
      return worker;
    } catch (IOException e) {
      starts.failed(e);
      throw e;
    }
  }

  private void ended(String token, Worker worker) {
    var _ = worker.exited().thenRun(() -> api.remove(token));
    all.remove(worker);
    idle.remove(worker);
    missing.release();
  }

  FunctionSpec function() {
    return function;
  }

  FunctionHealth health() {
    return new FunctionHealth(
        function.name(),
        (int) all.stream().filter(Worker::alive).count(),
        function.concurrencyMax() - slots.availablePermits(),
        invocations.current(),
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

  /** Kills what is still there at the end of the patience, and closes the log. */
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
