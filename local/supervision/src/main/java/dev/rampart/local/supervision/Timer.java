package dev.rampart.local.supervision;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs tasks after a while, each on a virtual thread of its own. The while is that of a clock,
 * which may be moved forward: whatever it shows is looked at again within {@value
 * #LOOK_AGAIN_MILLIS} milliseconds. A task that cannot be started is tried again after as long, and
 * keeps no other waiting; only if memory ran out, the process ends, as with {@link Loop}.
 */
public final class Timer implements DelayedExecutor, AutoCloseable {
  private static final long LOOK_AGAIN_MILLIS = 200;

  /** Whatever comes is signalled. */
  private static final long IDLE_MILLIS = TimeUnit.HOURS.toMillis(1);

  private final InstantSource clock;
  private final Executor threads;
  private final FaultTracker faults;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(Comparator.comparing(Waiting::due).thenComparing(Waiting::number));

  private final Thread thread = Thread.ofPlatform().daemon().name("timer").unstarted(this::loop);
  private long count;
  private boolean closed;

  /** Makes a timer and starts its thread. */
  public Timer(InstantSource clock) {
    this(
        clock,
        task -> {
          Thread _ = Thread.ofVirtual().start(task);
        });
  }

  Timer(InstantSource clock, Executor threads) {
    this.clock = clock;
    this.threads = threads;
    this.faults = new FaultTracker("The timer", clock);
    OutOfMemory.prepare();
    thread.start();
  }

  /** One task; of those due at the same time, the first given runs first. */
  private record Waiting(Instant due, long number, Runnable task) {}

  @Override
  public void run(Duration delay, Runnable task) {
    lock.lock();
    try {
      Instant now = clock.instant();
      Waiting next = new Waiting(delay.isPositive() ? now.plus(delay) : now, count++, task);
      if (delay.isPositive()) {
        waiting.add(next);
      } else {
        start(next, now);
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void start(Waiting next, Instant now) {
    // Once closed, nobody waits any more for what would have come.
    if (closed) {
      return;
    }
    try {
      threads.execute(next.task());
      faults.succeeded();
    } catch (RuntimeException | Error e) {
      faults.failed(e);
      waiting.add(new Waiting(now.plusMillis(LOOK_AGAIN_MILLIS), next.number(), next.task()));
    }
  }

  private void loop() {
    lock.lock();
    try {
      while (!closed) {
        runDue();
        boolean _ = changed.await(waitMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void runDue() {
    Instant now = clock.instant();
    while (!waiting.isEmpty() && !waiting.element().due().isAfter(now)) {
      start(waiting.remove(), now);
    }
  }

  /** Returns how long to wait for something to happen. */
  private long waitMillis() {
    if (waiting.isEmpty()) {
      return IDLE_MILLIS;
    }
    long left = Duration.between(clock.instant(), waiting.element().due()).toMillis();
    return Math.clamp(left, 1, LOOK_AGAIN_MILLIS);
  }

  /** Forgets what has not begun yet. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      waiting.clear();
      changed.signal();
    } finally {
      lock.unlock();
    }
  }
}
