package dev.rampart.local.events;

import java.time.Duration;

/** Runs something on another thread, after a while. */
@FunctionalInterface
interface Later {
  void run(Duration delay, Runnable task);
}
