package dev.rampart.replay.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of the line that is being read, up to {@link #BYTES_MAX}; what follows is dropped. */
final class LineBuffer {
  /** Longest line, in bytes. */
  static final int BYTES_MAX = RecordedFiles.LINE_MEGABYTES_MAX << 20;

  /** What is wrong with a longer one. */
  static final String TOO_LONG = "longer than " + RecordedFiles.LINE_MEGABYTES_MAX + " MB";

  /** What is kept for the next line, in bytes: many files are open at once. */
  static final int KEPT_BYTES_MAX = 1 << 20;

  private static final int BYTES_MIN = 1 << 12;

  private byte[] line = new byte[BYTES_MIN];
  private int length;
  private boolean isCut;

  void append(byte[] bytes, int from, int to) {
    int more = Math.min(to - from, BYTES_MAX - length);
    isCut |= more < to - from;
    if (length + more > line.length) {
      int doubled = Math.min(BYTES_MAX, 2 * line.length);
      line = Arrays.copyOf(line, Math.max(length + more, doubled));
    }
    System.arraycopy(bytes, from, line, length, more);
    length += more;
  }

  /** Returns whether the line is longer than what is kept of it. */
  boolean isCut() {
    return isCut;
  }

  /** Returns the line without a carriage return at its end, and begins the next one. */
  String take() {
    int kept = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    String text = new String(line, 0, kept, StandardCharsets.UTF_8);
    length = 0;
    isCut = false;
    if (line.length > KEPT_BYTES_MAX) {
      line = new byte[BYTES_MIN];
    }
    return text;
  }

  /** Returns how much memory it takes, in bytes. */
  int capacity() {
    return line.length;
  }
}
