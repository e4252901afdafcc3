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
  static final String EXIT_ERROR = "Runtime.ExitError";
  private static final Duration INIT_MAX = Duration.ofSeconds(60);

  /**
   * How long a process that has answered may take to ask for the next event. It asks within
   * milliseconds; one that does not is ending, or hangs.
   */
  private static final Duration TAKE_MAX = Duration.ofSeconds(5);

  /** How long after the end of a process the end of its connection is waited for. */
  private static final Duration LOST_KNOWN_MAX = Duration.ofSeconds(1);

  private final FunctionSpec function;
  private final Process process;

  /** What the process is to work on; empty when it has ended, and nothing more comes. */
  private final BlockingQueue<Optional<Task>> mailbox = new LinkedBlockingQueue<>();

  private final AtomicReference<Optional<Task>> current = new AtomicReference<>(Optional.empty());

  /** Completed once: empty when the process asks for work, else with why it never will. */
  private final CompletableFuture<Optional<Invocation.NotStarted>> start =
      new CompletableFuture<>();

  Worker(FunctionSpec function, Process process) {
    this.function = function;
    this.process = process;
  }

  /**
   * Waits until the process asks for work; returns why it does not, or nothing. Kills the process
   * if nobody waits for it any more.
   */
  Optional<Invocation.NotStarted> awaitStart() throws InterruptedException {
    try {
      return start.get(INIT_MAX.toNanos(), NANOSECONDS);
    } catch (TimeoutException | ExecutionException _) {
      kill();
      return Optional.of(
          new Invocation.NotStarted(
              "Sandbox.Timedout", "no request for work within " + INIT_MAX.toSeconds() + " s"));
    } catch (InterruptedException e) {
      kill();
      throw e;
    }
  }

  /**
   * Has the process work on one event; a process that takes too long is killed.
   *
   * @return empty if the process ended or hung before it had read the event, which then is as it
   *     was
   */
  Optional<Invocation> run(byte[] payload) throws InterruptedException {
    Task task = Task.of(payload, function.timeout());
    current.set(Optional.of(task));
    if (!process.isAlive()) {
      var _ = exited();
    }
    mailbox.add(Optional.of(task));
    try {
      return isTaken(task) ? outcome(task) : Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      kill();
      throw e;
    }
  }

  private boolean isTaken(Task task) throws InterruptedException, ExecutionException {
    try {
      return task.taken().get(TAKE_MAX.toNanos(), NANOSECONDS);
    } catch (TimeoutException _) {
      // Unless it takes the event at this very moment.
      boolean hangs = task.taken().complete(false);
      if (hangs) {
        kill();
      }
      return !hangs;
    }
  }

  private Optional<Invocation> outcome(Task task) throws InterruptedException, ExecutionException {
    try {
      return task.outcome().get(function.timeout().toNanos(), NANOSECONDS);
    } catch (TimeoutException _) {
      kill();
      return Optional.of(new Invocation.TimedOut(task.requestId(), function.timeout()));
    }
  }

  /**
   * The process asks for work; blocks until there is some.
   *
   * @throws InterruptedException also if the process has ended
   */
  Task next() throws InterruptedException {
    start.complete(Optional.empty());
    while (true) {
      Optional<Task> task = mailbox.take();
      if (task.isEmpty()) {
        mailbox.add(task);
        throw new InterruptedException("The process has ended.");
      }
      if (task.get().taken().complete(true)) {
        return task.get();
      }
    }
  }

  /** The process answers; an answer to anything but the present task is dropped. */
  void answer(String requestId, Invocation outcome) {
    task(requestId).ifPresent(task -> task.outcome().complete(Optional.of(outcome)));
  }

  /** It has turned out whether the process read the event that was sent to it. */
  void delivered(String requestId, boolean lost) {
    task(requestId).ifPresent(task -> task.lost().complete(lost));
  }

  private Optional<Task> task(String requestId) {
    return current.get().filter(task -> task.requestId().equals(requestId));
  }

  /** The process says that it cannot start. */
  void failStart(Invocation.NotStarted reason) {
    start.complete(Optional.of(reason));
  }

  /** The process has ended; completed when it is known what became of its event. */
  CompletableFuture<Void> exited() {
    int status = process.isAlive() ? -1 : process.exitValue();
    String message = "the process ended with status " + status;
    failStart(new Invocation.NotStarted(EXIT_ERROR, message));
    mailbox.add(Optional.empty());
    return current
        .get()
        .map(task -> end(task, message))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private static CompletableFuture<Void> end(Task task, String message) {
    if (task.taken().complete(false)) {
      return CompletableFuture.completedFuture(null);
    }
    // Its connection ends with it, a moment before or after.
    return task.lost()
        .completeOnTimeout(false, LOST_KNOWN_MAX.toNanos(), NANOSECONDS)
        .thenAccept(
            lost -> task.outcome().complete(lost ? Optional.empty() : failed(task, message)));
  }

  private static Optional<Invocation> failed(Task task, String message) {
    return Optional.of(Failures.of(task.requestId(), EXIT_ERROR, message));
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
