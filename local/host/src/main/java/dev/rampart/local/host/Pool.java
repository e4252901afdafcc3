package dev.rampart.local.host;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
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
      Set.of("Runtime.ExitError", "Function.ResponseSizeTooLarge");

  private final FunctionSpec function;
  private final Launcher launcher;
  private final RuntimeApi api;
  private final FunctionLog log;
  private final Semaphore slots;
  private final Deque<Worker> idle = new ConcurrentLinkedDeque<>();
  private final Set<Worker> all = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Pool(FunctionSpec function, Launcher launcher, RuntimeApi api, FunctionLog log) {
    this.function = function;
    this.launcher = launcher;
    this.api = api;
    this.log = log;
    this.slots = new Semaphore(function.concurrencyMax(), true);
  }

  /** Sees an event through one process, a new one where all are busy. */
  Invocation invoke(byte[] payload) throws InterruptedException {
    if (closed || !slots.tryAcquire(function.patience().toNanos(), NANOSECONDS)) {
      return new Invocation.Throttled();
    }
    try {
      Worker worker = takeIdle().orElseGet(this::start);
      Optional<Invocation.NotStarted> failure = worker.awaitStart();
      return failure.isPresent() ? failure.get() : run(worker, payload);
    } finally {
      slots.release();
    }
  }

  private Invocation run(Worker worker, byte[] payload) throws InterruptedException {
    Invocation invocation = worker.run(payload);
    note(invocation);
    switch (invocation) {
      case Invocation.Returned _, Invocation.Failed _ when worker.alive() -> idle.push(worker);
      case Invocation.TimedOut _, Invocation.Failed _ ->
          Thread.ofVirtual().start(() -> replace(worker));
      case Invocation.Returned _, Invocation.Throttled _, Invocation.NotStarted _ -> {}
    }
    return invocation;
  }

  /** Says in the function's log what only the platform can know. */
  private void note(Invocation invocation) {
    switch (invocation) {
      case Invocation.TimedOut(var requestId, var timeout) ->
          log.line(requestId + " Task timed out after " + timeout.toSeconds() + " seconds");
      case Invocation.Failed(var _, var type, var message, var _) when PLATFORM.contains(type) ->
          log.line(message + " " + type);
      case Invocation.Failed _,
          Invocation.Returned _,
          Invocation.Throttled _,
          Invocation.NotStarted _ -> {}
    }
  }

  /** Starts one process and keeps it for later; returns why it does not start, or nothing. */
  Optional<Invocation.NotStarted> warm() throws InterruptedException {
    Worker worker = start();
    Optional<Invocation.NotStarted> failure = worker.awaitStart();
    if (failure.isEmpty()) {
      idle.push(worker);
    }
    return failure;
  }

  /**
   * A process that ends gets a successor at once, so that the next caller need not wait for it. It
   * takes no slot: a caller that comes meanwhile must not be throttled because of it.
   */
  private void replace(Worker ended) {
    try {
      ended.process().waitFor();
      if (!closed && all.stream().filter(Worker::alive).count() < function.warm()) {
        var _ = warm();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Worker> takeIdle() {
    for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
      if (worker.alive()) {
        return Optional.of(worker);
      }
    }
    return Optional.empty();
  }

  private Worker start() {
    String token = UUID.randomUUID().toString().replace("-", "");
    try {
      Process process = launcher.launch(function, api.address(token), token);
      Worker worker = new Worker(function, process);
      all.add(worker);
      api.add(token, worker);
      log.follow(process.getInputStream());
      var _ =
          process
              .onExit()
              .thenRun(
                  () -> {
                    worker.exited();
                    all.remove(worker);
                    api.remove(token);
                  });
      return worker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FunctionSpec function() {
    return function;
  }

  /** Asks every process to end; no more are started. */
  void stop() {
    closed = true;
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
