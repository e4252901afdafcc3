package dev.rampart.replay.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Lines of a stream, each bounded in length. What is not UTF-8 is replaced. */
final class RecordedLines implements LineSource {
  /** Longest line, in bytes: a subscription delivers up to 1 MB, before JSON escapes it. */
  static final int BYTES_MAX = 16 << 20;

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int LINE_BYTES = 1 << 12;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int end;
  private byte[] line = new byte[LINE_BYTES];
  private int length;
  private long number;

  RecordedLines(InputStream in) {
    this.in = in;
  }

  /**
   * Returns the next line without its end, cut to {@link #BYTES_MAX}; empty at the end of the
   * stream.
   */
  @Override
  public Optional<String> next() throws IOException {
    length = 0;
    number++;
    boolean started = false;
    while (fill()) {
      started = true;
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      append(stop);
      at = stop;
      if (stop < end) {
        at++;
        return Optional.of(text());
      }
    }
    return started ? Optional.of(text()) : Optional.empty();
  }

  @Override
  public long number() {
    return number;
  }

  private boolean fill() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer));
    }
    return at < end;
  }

  private void append(int stop) {
    int more = Math.min(stop - at, BYTES_MAX - length);
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
    }
    System.arraycopy(buffer, at, line, length, more);
    length += more;
  }

  private String text() {
    int kept = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    return new String(line, 0, kept, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
