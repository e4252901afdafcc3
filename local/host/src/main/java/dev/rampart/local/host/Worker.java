package dev.rampart.local.host;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.rampart.local.protocol.lambda.InvocationResult;
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
  private static final Duration ASK_MAX = Duration.ofSeconds(5);

  /** How long after the end of a process the end of its connection is waited for. */
  private static final Duration LOST_KNOWN_MAX = Duration.ofSeconds(1);

  private final String token;
  private final String id;
  private final FunctionSpec function;
  private final Process process;
  private final Dispatcher dispatcher;

  /** What the process is to work on; empty when it has ended, and nothing more comes. */
  private final BlockingQueue<Optional<Task>> mailbox = new LinkedBlockingQueue<>();

  private final AtomicReference<Optional<Task>> current = new AtomicReference<>(Optional.empty());

  /** Completed once: empty when the process asks for work, else with why it never will. */
  private final CompletableFuture<Optional<InvocationResult.NotStarted>> start =
      new CompletableFuture<>();

  /** Completed with true when the process asks for work, and with false if it takes too long. */
  private volatile CompletableFuture<Boolean> asked;

  /**
   * Creates a worker of a process that has just been started.
   *
   * @param token the secret in the path that it asks at
   * @param id what others may know it by
   * @param dispatcher what hands it events
   */
  Worker(String token, String id, FunctionSpec function, Process process, Dispatcher dispatcher) {
    this.token = token;
    this.id = id;
    this.function = function;
    this.process = process;
    this.dispatcher = dispatcher;
    this.asked = expectAsk(INIT_MAX);
  }

  /** Kills the process if it does not ask for work in time. */
  private CompletableFuture<Boolean> expectAsk(Duration max) {
    CompletableFuture<Boolean> ask =
        new CompletableFuture<Boolean>().completeOnTimeout(false, max.toNanos(), NANOSECONDS);
    var _ =
        ask.thenAccept(
            inTime -> {
              if (!inTime) {
                late(max);
              }
            });
    return ask;
  }

  private void late(Duration max) {
    failStart(
        new InvocationResult.NotStarted(
            "Sandbox.Timedout", "no request for work within " + max.toSeconds() + " s"));
    kill();
  }

  /** Returns what is completed, once, when the process has started or cannot start any more. */
  CompletableFuture<Optional<InvocationResult.NotStarted>> started() {
    return start;
  }

  /**
   * Has the process work on one event; a process that takes too long is killed.
   *
   * @return empty if the process ended or hung before it had read the event, which then is as it
   *     was
   */
  Optional<InvocationResult> run(byte[] payload) throws InterruptedException {
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

  /** A process that is free asks for work, unless it lost its connection: then nothing is taken. */
  private boolean isTaken(Task task) throws InterruptedException, ExecutionException {
    try {
      return task.taken().get(ASK_MAX.toNanos(), NANOSECONDS);
    } catch (TimeoutException _) {
      // Unless it takes the event at this very moment.
      boolean hangs = task.taken().complete(false);
      if (hangs) {
        kill();
      }
      return !hangs;
    }
  }

  private Optional<InvocationResult> outcome(Task task)
      throws InterruptedException, ExecutionException {
    try {
      return task.outcome().get(function.timeout().toNanos(), NANOSECONDS);
    } catch (TimeoutException _) {
      kill();
      return Optional.of(new InvocationResult.TimedOut(task.requestId(), function.timeout()));
    }
  }

  /**
   * The process asks for work; blocks until there is some.
   *
   * @throws InterruptedException also if the process has ended
   */
  Task next() throws InterruptedException {
    asked.complete(true);
    start.complete(Optional.empty());
    if (!busy()) {
      dispatcher.free(this);
    }
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

  private boolean busy() {
    return current.get().filter(task -> !task.outcome().isDone()).isPresent();
  }

  /** The process answers; an answer to anything but the present task is dropped. */
  void answer(String requestId, InvocationResult outcome) {
    task(requestId)
        .filter(task -> !task.outcome().isDone())
        .ifPresent(
            task -> {
              asked = expectAsk(ASK_MAX);
              task.outcome().complete(Optional.of(outcome));
            });
  }

  /** It has turned out whether the process read the event that was sent to it. */
  void delivered(String requestId, boolean lost) {
    task(requestId).ifPresent(task -> task.lost().complete(lost));
  }

  private Optional<Task> task(String requestId) {
    return current.get().filter(task -> task.requestId().equals(requestId));
  }

  /** The process says that it cannot start. */
  void failStart(InvocationResult.NotStarted reason) {
    start.complete(Optional.of(reason));
  }

  /** The process has ended; completed when it is known what became of its event. */
  CompletableFuture<Void> exited() {
    int status = process.isAlive() ? -1 : process.exitValue();
    String message = "the process ended with status " + status;
    failStart(new InvocationResult.NotStarted(EXIT_ERROR, message));
    asked.complete(true);
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

  private static Optional<InvocationResult> failed(Task task, String message) {
    return Optional.of(ErrorDocument.ofLambda(task.requestId(), EXIT_ERROR, message).failed());
  }

  String token() {
    return token;
  }

  String id() {
    return id;
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
