package dev.rampart.local.supervision;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs a step again and again on a thread of its own until it is closed. Whatever the step throws,
 * an {@link Error} too, the loop logs it once, waits, and runs the step again: after 100
 * milliseconds first, then after twice as long each time, up to ten seconds. Only an {@link
 * OutOfMemoryError} is not survived: it ends the process.
 */
public final class Loop implements AutoCloseable {
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration WAIT_MAX = Duration.ofSeconds(10);

  /** From this many failures in a row on, the wait has its maximum. */
  private static final int DOUBLINGS_MAX = 7;

  private final LoopStep step;
  private final FaultTracker faults;
  private final Instant since;
  private final Thread thread;
  private volatile boolean closed;

  private Loop(String activity, LoopStep step, FaultTracker faults, InstantSource clock) {
    this.step = step;
    this.faults = faults;
    this.since = clock.instant();
    // No virtual thread: one whose scheduler was out of memory for a moment never runs again.
    this.thread = Thread.ofPlatform().daemon().name(activity).unstarted(this::run);
  }

  /**
   * Starts a loop.
   *
   * @param activity the subject of a sentence that ends with "failed", such as "The stream feed"
   */
  public static Loop start(String activity, LoopStep step, InstantSource clock) {
    return startAll(activity, 1, step, clock).getFirst();
  }

  /**
   * Starts loops that run the same step side by side. They share their faults: what several of them
   * fail at is logged once.
   *
   * @param activity the subject of a sentence that ends with "failed", such as "The stream feed"
   */
  public static List<Loop> startAll(
      String activity, int count, LoopStep step, InstantSource clock) {
    OutOfMemory.prepare();
    FaultTracker faults = new FaultTracker(activity, clock);
    List<Loop> loops =
        Stream.generate(() -> new Loop(activity, step, faults, clock)).limit(count).toList();
    loops.forEach(loop -> loop.thread.start());
    return loops;
  }

  /** Returns how the loop is doing. */
  public LoopStatus status() {
    return new LoopStatus(thread.isAlive(), since, faults.lastSuccess(), faults.current());
  }

  /** Interrupts the step and ends the loop; does not wait for it. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void run() {
    try {
      repeat();
    } catch (Throwable failure) {
      // Even what follows a failure may find no memory.
      OutOfMemory.endProcessIfCaused(failure);
      throw failure;
    }
  }

  private void repeat() {
    int failures = 0;
    while (!closed) {
      Optional<Duration> wait = Optional.of(waitAfter(failures));
      try {
        wait = step.run();
        failures = 0;
        faults.succeeded();
      } catch (Throwable failure) {
        OutOfMemory.endProcessIfCaused(failure);
        if (closed) {
          return;
        }
        failures++;
        faults.failed(failure);
      }
      if (wait.isEmpty()) {
        return;
      }
      pause(wait.get());
    }
  }

  private static Duration waitAfter(int failures) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures, DOUBLINGS_MAX));
    return wait.compareTo(WAIT_MAX) < 0 ? wait : WAIT_MAX;
  }

  private static void pause(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException _) {
      // Closed, which the loop sees for itself; or else nothing but a shorter wait.
    }
  }
}
