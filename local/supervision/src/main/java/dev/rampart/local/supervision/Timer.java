package dev.rampart.local.supervision;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs tasks after a while, each on a virtual thread of its own. */
public final class Timer implements DelayedExecutor, AutoCloseable {
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  @Override
  public void run(Duration delay, Runnable task) {
    try {
      var _ =
          executor.schedule(
              () -> Thread.ofVirtual().start(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      // Closed: nobody waits any more for what would have come.
    }
  }

  /** Forgets what has not begun yet. */
  @Override
  public void close() {
    var _ = executor.shutdownNow();
  }
}
