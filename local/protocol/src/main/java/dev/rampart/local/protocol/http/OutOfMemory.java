package dev.rampart.local.protocol.http;

/**
 * What becomes of a process without memory. Caught like any other fault, an {@link
 * OutOfMemoryError} would leave a process behind that runs and does not answer.
 */
public final class OutOfMemory {
  /** The status with which a JVM with {@code -XX:+ExitOnOutOfMemoryError} ends. */
  private static final int STATUS = 3;

  private static final int CAUSES_MAX = 16;

  private OutOfMemory() {}

  /** Ends the process, with a line that says why, if the fault or a cause of it is want of memory. */
  public static void endIfSo(Throwable fault) {
    Throwable next = fault;
    for (int i = 0; next != null && i < CAUSES_MAX; i++) {
      if (next instanceof OutOfMemoryError) {
        System.err.println("Out of memory, so the process ends: " + next.getMessage());
        Runtime.getRuntime().halt(STATUS);
      }
      next = next.getCause();
    }
  }
}
