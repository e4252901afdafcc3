package dev.rampart.local.host;

import dev.rampart.local.protocol.lambda.InvocationResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Hands the events of one function to its processes, in the order in which they came. An event gets
 * the process that is free first, not the one that was started for it: that one is free for
 * whichever event waits when it has started.
 */
final class Dispatcher {
  /** The tokens of the processes that take events, or will once they have started. */
  private final Set<String> processes = new HashSet<>();

  /** The processes that have asked for work, the last used one first. */
  private final Deque<Worker> free = new ArrayDeque<>();

  private final Queue<CompletableFuture<Turn>> waiting = new ArrayDeque<>();

  /** What an event waits for. */
  sealed interface Turn {
    /** The process is free, and this event's alone. */
    record Ready(Worker worker) implements Turn {}

    /** There is no process, and none can be started. */
    record Refused(InvocationResult reason) implements Turn {}
  }

  /** Returns the turn of one more event; it is completed at once if a process is free. */
  synchronized CompletableFuture<Turn> request() {
    CompletableFuture<Turn> turn = new CompletableFuture<>();
    Optional<Worker> worker = takeFree();
    worker.ifPresentOrElse(one -> turn.complete(new Turn.Ready(one)), () -> waiting.add(turn));
    return turn;
  }

  private Optional<Worker> takeFree() {
    for (Worker worker = free.poll(); worker != null; worker = free.poll()) {
      if (worker.alive()) {
        return Optional.of(worker);
      }
    }
    return Optional.empty();
  }

  /** Gives up a turn that nobody waits for any more; a process that it had got is free again. */
  synchronized void withdraw(CompletableFuture<Turn> turn) {
    boolean waits = waiting.removeIf(other -> other == turn);
    if (!waits && turn.join() instanceof Turn.Ready(Worker worker)) {
      free(worker);
    }
  }

  /** Takes note that a process asks for work. */
  synchronized void free(Worker worker) {
    if (!processes.contains(worker.token()) || free.contains(worker)) {
      return;
    }
    CompletableFuture<Turn> turn = waiting.poll();
    if (turn == null) {
      free.push(worker);
    } else {
      turn.complete(new Turn.Ready(worker));
    }
  }

  /**
   * Makes room for one more process if there are fewer than wanted; those that are being started
   * count. Whoever gets the token starts the process.
   */
  synchronized Optional<String> reserve(int wanted) {
    if (processes.size() >= wanted) {
      return Optional.empty();
    }
    String token = UUID.randomUUID().toString().replace("-", "");
    processes.add(token);
    return Optional.of(token);
  }

  /** Does the same if an event waits. */
  synchronized Optional<String> reserveForWaiting(int wanted) {
    return waiting.isEmpty() ? Optional.empty() : reserve(wanted);
  }

  /** Takes note that a process did not start; if no other is left, all who wait are told why. */
  synchronized void startFailed(String token, InvocationResult reason) {
    if (processes.remove(token) && processes.isEmpty()) {
      waiting.forEach(turn -> turn.complete(new Turn.Refused(reason)));
      waiting.clear();
    }
  }

  /** Takes note that a process has ended; returns whether it had started. */
  synchronized boolean ended(Worker worker) {
    free.remove(worker);
    return processes.remove(worker.token());
  }
}
