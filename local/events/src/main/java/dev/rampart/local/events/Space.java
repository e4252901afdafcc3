package dev.rampart.local.events;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory the messages of all queues and the events that wait for a retry take together.
 * Whoever can send messages would else decide how much memory the process takes.
 */
final class Space {
  /** An eighth of the heap that the script gives a run, in bytes; far more than a run needs. */
  static final long BYTES_MAX = 64L * 1024 * 1024;

  private final long bytesMax;
  private final AtomicLong taken = new AtomicLong();

  Space(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  /** Says whether there is room for as many bytes. */
  boolean hasRoom(long bytes) {
    return taken.get() + bytes <= bytesMax;
  }

  /** Takes room; says whether there was any. */
  boolean take(long bytes) {
    if (taken.addAndGet(bytes) <= bytesMax) {
      return true;
    }
    free(bytes);
    return false;
  }

  /** Takes room whether there is any or not, for what cannot be refused any more. */
  void add(long bytes) {
    var _ = taken.addAndGet(bytes);
  }

  void free(long bytes) {
    var _ = taken.addAndGet(-bytes);
  }
}
