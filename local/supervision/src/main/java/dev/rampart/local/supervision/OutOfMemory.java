package dev.rampart.local.supervision;

/**
 * Ends the process when memory runs out: whatever was half done then cannot be trusted, and a
 * process that lives on without some of its threads looks well and is deaf.
 */
public final class OutOfMemory {
  /** The exit code, the same as that of {@code -XX:+ExitOnOutOfMemoryError}. */
  public static final int EXIT_CODE = 3;

  private static final String MESSAGE =
      "out of memory, so the run ends; start it again, with a larger -Xmx if it happens again";

  // Made beforehand: there may be no memory to make it when it is needed.
  private static volatile String line = MESSAGE;

  private OutOfMemory() {}

  /**
   * Loads what will be needed when there may be no memory to load it.
   *
   * @param program the name with which the message begins
   */
  public static void prepare(String program) {
    line = program + ": " + MESSAGE;
    prepare();
  }

  /** Loads what will be needed, and leaves the name of the program as it is. */
  static void prepare() {
    endProcessIfCaused(new Exception());
  }

  /** Ends the process with one line on stderr if an {@link OutOfMemoryError} is the cause. */
  public static void endProcessIfCaused(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < Causes.DEPTH_MAX; depth++) {
      if (cause instanceof OutOfMemoryError) {
        try {
          System.err.println(line);
        } finally {
          // Printing may need memory too.
          Runtime.getRuntime().halt(EXIT_CODE);
        }
      }
      cause = cause.getCause();
    }
  }
}
