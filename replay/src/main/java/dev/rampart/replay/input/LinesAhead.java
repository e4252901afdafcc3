package dev.rampart.replay.input;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Lines of a recording, of which some can be looked at before they are taken. */
final class LinesAhead implements AutoCloseable {
  /** So many lines are looked at, at most. */
  static final int LINES_MAX = 9;

  /** With so many characters there are enough, so that long lines take little memory. */
  private static final int CHARACTERS_MAX = 1 << 16;

  /**
   * A line of the recording.
   *
   * @param number of the line, from 1
   * @param isCut whether it is longer than the text
   */
  record Line(String text, long number, boolean isCut) {}

  private final LineSource source;
  private final Deque<Line> ahead = new ArrayDeque<>();

  /** Why the lines after those ahead cannot be read. */
  private Optional<IOException> failure = Optional.empty();

  LinesAhead(LineSource source) {
    this.source = source;
  }

  /** Returns the next line; empty after the last one. */
  Optional<Line> next() throws IOException {
    return ahead.isEmpty() ? read() : Optional.of(ahead.removeFirst());
  }

  /** Returns the lines that will be next, as far as they are looked at and can be read. */
  Iterable<Line> peek() {
    long characters = ahead.stream().mapToLong(line -> line.text().length()).sum();
    while (ahead.size() < LINES_MAX && characters < CHARACTERS_MAX) {
      Optional<Line> line = tryToRead();
      if (line.isEmpty()) {
        break;
      }
      ahead.add(line.get());
      characters += line.get().text().length();
    }
    return ahead;
  }

  /** A failure waits until the lines before it are taken. */
  private Optional<Line> tryToRead() {
    try {
      return read();
    } catch (IOException e) {
      failure = Optional.of(e);
      return Optional.empty();
    }
  }

  private Optional<Line> read() throws IOException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return source.next().map(text -> new Line(text, source.number(), source.isCut()));
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
