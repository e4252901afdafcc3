package dev.rampart.local.stack;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started, to be stopped in the opposite order, whatever fails on the way. */
final class CloseableStack implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CloseableStack.class.getName());

  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T one) {
    started.push(one);
    return one;
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      AutoCloseable last = started.pop();
      try {
        last.close();
      } catch (Exception | Error e) {
        LOG.log(System.Logger.Level.WARNING, "Could not stop " + last, e);
      }
    }
  }
}
