package dev.rampart.local.host;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** One process of one function, which works on one event at a time. */
final class Worker {
  private static final Duration INIT_MAX = Duration.ofSeconds(60);

  private final FunctionSpec function;
  private final Process process;
  private final BlockingQueue<Task> mailbox = new LinkedBlockingQueue<>();
  private final AtomicReference<Optional<Task>> current = new AtomicReference<>(Optional.empty());

  /** Completed once: empty when the process asks for work, else with why it never will. */
  private final CompletableFuture<Optional<Invocation.NotStarted>> start =
      new CompletableFuture<>();

  Worker(FunctionSpec function, Process process) {
    this.function = function;
    this.process = process;
  }

  /** Waits until the process asks for work; returns why it does not, or nothing. */
  Optional<Invocation.NotStarted> awaitStart() throws InterruptedException {
    try {
      return start.get(INIT_MAX.toNanos(), NANOSECONDS);
    } catch (TimeoutException | ExecutionException _) {
      kill();
      return Optional.of(
          new Invocation.NotStarted(
              "Sandbox.Timedout", "no request for work within " + INIT_MAX.toSeconds() + " s"));
    }
  }

  /** Has the process work on one event; a process that takes too long is killed. */
  Invocation run(byte[] payload) throws InterruptedException {
    Task task = Task.of(payload, function.timeout());
    current.set(Optional.of(task));
    if (!process.isAlive()) {
      exited();
    }
    mailbox.add(task);
    try {
      return task.outcome().get(function.timeout().toNanos(), NANOSECONDS);
    } catch (TimeoutException _) {
      kill();
      return new Invocation.TimedOut(task.requestId(), function.timeout());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      kill();
      throw e;
    }
  }

  /** The process asks for work; blocks until there is some. */
  Task next() throws InterruptedException {
    start.complete(Optional.empty());
    return mailbox.take();
  }

  /** The process answers; an answer to anything but the present task is dropped. */
  void answer(String requestId, Invocation outcome) {
    current
        .get()
        .filter(task -> task.requestId().equals(requestId))
        .ifPresent(task -> task.outcome().complete(outcome));
  }

  /** The process says that it cannot start. */
  void failStart(Invocation.NotStarted reason) {
    start.complete(Optional.of(reason));
  }

  /** The process has ended. */
  void exited() {
    int status = process.isAlive() ? -1 : process.exitValue();
    String message = "the process ended with status " + status;
    failStart(new Invocation.NotStarted("Runtime.ExitError", message));
    current
        .get()
        .ifPresent(
            task ->
                task.outcome()
                    .complete(Failures.of(task.requestId(), "Runtime.ExitError", message)));
  }

  String arn() {
    return function.arn();
  }

  boolean alive() {
    return process.isAlive();
  }

  Process process() {
    return process;
  }

  void kill() {
    process.destroyForcibly();
  }
}
