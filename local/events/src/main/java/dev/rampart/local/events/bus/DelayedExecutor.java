package dev.rampart.local.events.bus;

import java.time.Duration;

/** Runs something on another thread, after a while. */
@FunctionalInterface
public interface DelayedExecutor {
  void run(Duration delay, Runnable task);
}
