package dev.rampart.local.supervision;

import java.time.Duration;

/** Runs something on another thread, after a while. */
@FunctionalInterface
public interface DelayedExecutor {
  void run(Duration delay, Runnable task);
}
