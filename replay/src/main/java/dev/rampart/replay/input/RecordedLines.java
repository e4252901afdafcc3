package dev.rampart.replay.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of a stream, each bounded in length. What is not UTF-8 is replaced. */
final class RecordedLines implements LineSource {
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int end;
  private final LineBuffer line = new LineBuffer();
  private long number;
  private boolean isCut;

  RecordedLines(InputStream in) {
    this.in = in;
  }

  /**
   * Returns the next line without its end, cut to {@link LineBuffer#BYTES_MAX}; empty at the end of
   * the stream.
   */
  @Override
  public Optional<String> next() throws IOException {
    number++;
    boolean started = false;
    while (fill()) {
      started = true;
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      line.append(buffer, at, stop);
      at = stop;
      if (stop < end) {
        at++;
        return Optional.of(take());
      }
    }
    return started ? Optional.of(take()) : Optional.empty();
  }

  private String take() {
    isCut = line.isCut();
    return line.take();
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public boolean isCut() {
    return isCut;
  }

  private boolean fill() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer));
    }
    return at < end;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
