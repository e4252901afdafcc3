package dev.rampart.local.protocol;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The memory for the requests that are being worked on. A body becomes objects of up to thirty
 * times its size, so large ones take turns; small ones never wait.
 */
final class Workspace {
  private static final int KILOBYTE = 1024;

  /** Of bodies at once: their objects take some 250 MB at most. */
  static final int KILOBYTES_MAX = 8 * KILOBYTE;

  // Fair, lest small bodies keep a large one waiting for ever.
  private final Semaphore kilobytes = new Semaphore(KILOBYTES_MAX, true);

  /** Works on a request with a body of so many bytes as soon as there is room for it. */
  <T> T during(int bytes, Supplier<T> work) throws InterruptedException {
    int taken = Math.min(bytes / KILOBYTE, KILOBYTES_MAX);
    kilobytes.acquire(taken);
    try {
      return work.get();
    } finally {
      kilobytes.release(taken);
    }
  }

  int kilobytesLeft() {
    return kilobytes.availablePermits();
  }
}
