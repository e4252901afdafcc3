package dev.rampart.local.logs.group;

import java.time.Instant;

/**
 * One line of a log.
 *
 * @param sequence counts the lines of its group, from 1
 * @param stream the name of the log stream that it was written to
 * @param at when it was written, in whole milliseconds
 */
public record LogEvent(long sequence, String stream, Instant at, String message) {
  private static final int ID_DIGITS = 56;

  /** What a line costs beside its text, in bytes. */
  private static final int OVERHEAD_BYTES = 96;

  /** Returns its id, as many digits as AWS's. */
  public String id() {
    String digits = Long.toString(at.toEpochMilli()) + "%012d".formatted(sequence);
    return "0".repeat(ID_DIGITS - digits.length()) + digits;
  }

  long bytes() {
    return OVERHEAD_BYTES + 2L * message.length();
  }
}
