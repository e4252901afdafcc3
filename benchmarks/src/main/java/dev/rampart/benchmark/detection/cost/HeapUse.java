package dev.rampart.benchmark.detection.cost;

/** How much of the heap is in use after a collection of all of it. */
final class HeapUse {

  private static final int COLLECTIONS = 3;

  private HeapUse() {}

  /** Returns the bytes in use. */
  static long bytes() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
