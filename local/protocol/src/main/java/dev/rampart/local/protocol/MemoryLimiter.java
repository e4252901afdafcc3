package dev.rampart.local.protocol;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Limits the memory of the requests that are worked on at once. A request waits until there is room
 * for what its body and its answer may become. Small requests and large ones have budgets of their
 * own, so that a small one never waits for a large one.
 */
final class MemoryLimiter {
  private static final int KILOBYTE = 1024;

  /** How many times its size a body takes at most, once it is a tree of objects. */
  private static final int FOLD_OF_BODY = 30;

  /** How many times its size an answer takes: as objects, as the writer's buffers, as bytes. */
  private static final int FOLD_OF_ANSWER = 3;

  /** What a small request takes at most: a page of the tables is one. */
  private static final int SMALL_KILOBYTES_MAX = 4 * KILOBYTE;

  /** An eighth of the heap that the script gives a run. */
  private static final int SMALL_BUDGET_KILOBYTES = 64 * KILOBYTE;

  /** Less than half of that heap. A request that may take more than all of it works alone. */
  private static final int LARGE_BUDGET_KILOBYTES = 240 * KILOBYTE;

  private final Semaphore small = fair(SMALL_BUDGET_KILOBYTES);
  private final Semaphore large = fair(LARGE_BUDGET_KILOBYTES);

  // Lest requests that need little keep one that needs much waiting for ever.
  private static Semaphore fair(int kilobytes) {
    return new Semaphore(kilobytes, true);
  }

  /**
   * Works on a request as soon as there is room for it.
   *
   * @param bodyBytes the size of its body
   * @param answerBytesMax the largest size that its answer may have
   */
  <T> T run(int bodyBytes, int answerBytesMax, Supplier<T> work) throws InterruptedException {
    long bytes = (long) FOLD_OF_BODY * bodyBytes + (long) FOLD_OF_ANSWER * answerBytesMax;
    int kilobytes = (int) Math.min(bytes / KILOBYTE, LARGE_BUDGET_KILOBYTES);
    Semaphore budget = kilobytes <= SMALL_KILOBYTES_MAX ? small : large;
    budget.acquire(kilobytes);
    try {
      return work.get();
    } finally {
      budget.release(kilobytes);
    }
  }
}
