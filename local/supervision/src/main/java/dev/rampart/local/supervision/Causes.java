package dev.rampart.local.supervision;

/** Describes exceptions in one line. */
final class Causes {
  /** Longer descriptions are cut: they are for a log line and for a line of a status report. */
  private static final int CHARS_MAX = 300;

  /** How many causes of causes are looked at; a chain may be a circle. */
  static final int DEPTH_MAX = 10;

  private Causes() {}

  /** Returns type and message and, unless it is a checked exception, where it was thrown. */
  static String describe(Throwable cause) {
    StringBuilder text = new StringBuilder(cause.getClass().getSimpleName());
    if (cause.getMessage() != null) {
      text.append(": ").append(cause.getMessage());
    }
    StackTraceElement[] frames = cause.getStackTrace();
    boolean expected = cause instanceof Exception && !(cause instanceof RuntimeException);
    if (frames.length > 0 && !expected) {
      text.append(" (at ").append(frames[0]).append(')');
    }
    return oneLine(text.toString());
  }

  /** Returns a text in one line of bounded length. */
  static String oneLine(String text) {
    String line = text.replace('\n', ' ').replace('\r', ' ');
    return line.length() <= CHARS_MAX ? line : line.substring(0, CHARS_MAX) + "…";
  }
}
