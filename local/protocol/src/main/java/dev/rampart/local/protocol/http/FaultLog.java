package dev.rampart.local.protocol.http;

import dev.rampart.local.supervision.OutOfMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Logs faults so that no client can fill the log with them: the first of a kind with a stack trace
 * of a few lines, each later one in one line. An {@link IOException} is always one line: it tells
 * of the machine (a full disk, no descriptors), and where the code met that says nothing more.
 */
public final class FaultLog {
  private static final int KINDS_MAX = 256;
  private static final int FRAMES_MAX = 20;
  private static final int CAUSES_MAX = 4;
  private static final int MESSAGE_LENGTH_MAX = 200;

  private final System.Logger logger;
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  public FaultLog(System.Logger logger) {
    this.logger = logger;
  }

  /** Logs a fault that was handled; ends the process if it is want of memory. */
  public void log(String message, Throwable fault) {
    OutOfMemory.endProcessIfCaused(fault);
    logger.log(
        System.Logger.Level.ERROR,
        line(message) + ": " + (deservesTrace(fault) ? trace(fault) : line(fault.toString())));
  }

  private boolean deservesTrace(Throwable fault) {
    return !(fault instanceof IOException)
        && !(fault instanceof UncheckedIOException)
        && logged.size() < KINDS_MAX
        && logged.add(kind(fault));
  }

  private static String kind(Throwable fault) {
    return fault.getClass().getName() + Arrays.stream(fault.getStackTrace()).limit(1).toList();
  }

  private static String trace(Throwable fault) {
    StringBuilder trace = new StringBuilder();
    Throwable next = fault;
    for (int i = 0; next != null && i < CAUSES_MAX; i++) {
      trace
          .append(i == 0 ? "" : "\nCaused by: ")
          .append(line(next.toString()))
          .append(frames(next));
      next = next.getCause();
    }
    return trace.toString();
  }

  private static String frames(Throwable fault) {
    StackTraceElement[] frames = fault.getStackTrace();
    String shown =
        Arrays.stream(frames)
            .limit(FRAMES_MAX)
            .map(frame -> "\n\tat " + frame)
            .collect(Collectors.joining());
    int left = frames.length - FRAMES_MAX;
    return left > 0 ? shown + "\n\t... " + left + " more" : shown;
  }

  /** A text may quote what a client sent: it stays in one short line. */
  private static String line(String text) {
    String start = text.substring(0, Math.min(text.length(), MESSAGE_LENGTH_MAX));
    StringBuilder line = new StringBuilder();
    start.chars().forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
    return line.toString();
  }
}
