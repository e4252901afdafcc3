package dev.rampart.benchmark.inspection.speed;

/**
 * Tries a subject on growing hostile values before it is measured, so that one that breaks or takes
 * minutes is told and not run.
 */
final class HostileProbe {

  private static final int CHARS_FIRST = 1 << 10;
  private static final int ATTEMPTS = 3;
  private static final long NANOS_IN_MILLI = 1_000_000;
  private static final long NANOS_MAX = 1_000 * NANOS_IN_MILLI;

  private HostileProbe() {}

  /** Returns how the subject fails on values up to this length; empty if it does not. */
  static String loss(InjectionDetector subject, HostileValue hostile, int charsMax)
      throws InterruptedException {
    StringBuilder loss = new StringBuilder();
    // A thread of its own has the stack that a benchmark's thread has.
    Thread thread =
        new Thread(
            () -> {
              for (int chars = CHARS_FIRST; loss.isEmpty() && chars <= charsMax; chars *= 4) {
                loss.append(attempt(subject, hostile.value(chars)));
              }
            });
    thread.start();
    thread.join();
    return loss.toString();
  }

  /** Takes the best of a few times, as the machine may have been busy with something else. */
  private static String attempt(InjectionDetector subject, String value) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < ATTEMPTS && best > NANOS_MAX; i++) {
      long start = System.nanoTime();
      try {
        var _ = subject.refuses(value);
      } catch (StackOverflowError | RuntimeException e) {
        return e.getClass().getSimpleName() + " at " + value.length();
      }
      best = Math.min(best, System.nanoTime() - start);
    }
    return best > NANOS_MAX ? "over " + best / NANOS_IN_MILLI + " ms at " + value.length() : "";
  }
}
