package dev.rampart.local.command;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Stops what runs when the process is told to end by SIGTERM or Ctrl-C. That is how a run is meant
 * to end, so its exit code is 0, whereas Java alone would say 143 or 130.
 */
final class Stopper implements Runnable {
  private final Deque<AutoCloseable> owned = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T owns(T one) {
    owned.push(one);
    return one;
  }

  /** Does something before all that was named up to now. */
  synchronized void before(AutoCloseable one) {
    owned.push(one);
  }

  /** Stops what runs; the process goes on to an end of its own. */
  synchronized void stop() {
    while (!owned.isEmpty()) {
      try {
        owned.pop().close();
      } catch (Exception | Error e) {
        System.err.println("rampart: " + e.getMessage());
      }
    }
  }

  @Override
  public synchronized void run() {
    if (owned.isEmpty()) {
      return;
    }
    stop();
    Runtime.getRuntime().halt(0);
  }
}
