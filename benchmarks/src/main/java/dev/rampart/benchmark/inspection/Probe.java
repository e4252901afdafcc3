package dev.rampart.benchmark.inspection;

/**
 * Tries a subject on growing hostile values before it is measured, so that one that breaks or takes
 * minutes is told and not run.
 */
final class Probe {

  private static final int CHARS_FIRST = 1 << 10;
  private static final long NANOS_MAX = 1_000_000_000;

  private Probe() {}

  /** Says how the subject loses on values up to this length; empty where it does not. */
  static String loss(Subject subject, Hostile hostile, int charsMax) throws InterruptedException {
    var loss = new StringBuilder();
    // A thread of its own has the stack that a benchmark's thread has.
    var thread =
        new Thread(
            () -> {
              for (var chars = CHARS_FIRST; loss.isEmpty() && chars <= charsMax; chars *= 4) {
                loss.append(attempt(subject, hostile.value(chars)));
              }
            });
    thread.start();
    thread.join();
    return loss.toString();
  }

  private static String attempt(Subject subject, String value) {
    var start = System.nanoTime();
    try {
      var _ = subject.refuses(value);
    } catch (StackOverflowError | RuntimeException e) {
      return e.getClass().getSimpleName() + " at " + value.length();
    }
    var nanos = System.nanoTime() - start;
    return nanos > NANOS_MAX ? "over " + nanos / 1_000_000 + " ms at " + value.length() : "";
  }
}
