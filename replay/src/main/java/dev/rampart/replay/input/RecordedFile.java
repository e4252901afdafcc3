package dev.rampart.replay.input;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that is being read, and the line of it that is next.
 *
 * <p>A line whose time is more than a day ahead of all lines before it is taken only if most of the
 * next few lines are not as far behind it, as after a quiet weekend. One wrong clock would
 * otherwise make every later line an old one.
 */
final class RecordedFile implements AutoCloseable {
  private static final LineOutcome.NotUnderstood TOO_LONG =
      new LineOutcome.NotUnderstood(LineBuffer.TOO_LONG);

  private final String name;
  private final LinesAhead lines;
  private Instant at = Instant.MIN;
  private Instant newest = Instant.MIN;

  /** Whether any line was understood. */
  private boolean isUnderstood;

  private RecordedFile(String name, LinesAhead lines) {
    this.name = name;
    this.lines = lines;
  }

  /** Opens a file; if that fails, {@link #next} says so. */
  static RecordedFile open(String name) {
    LineSource lines;
    try {
      lines = RecordedFiles.open(name);
    } catch (IOException e) {
      lines = new UnopenedLines(e);
    }
    return new RecordedFile(name, new LinesAhead(lines));
  }

  String name() {
    return name;
  }

  /**
   * Returns the next line; empty after the last one.
   *
   * @throws IOException if what follows cannot be read; all lines before it were returned
   */
  Optional<RecordedEntry> next() throws IOException {
    Optional<RecordedEntry> entry = lines.next().map(this::read);
    if (entry.isEmpty() && !isUnderstood && RecordedFiles.isMisnamed(name)) {
      throw new IOException("it is not packed by gzip, although its name says so");
    }
    return entry;
  }

  private RecordedEntry read(LinesAhead.Line line) {
    LineOutcome outcome = outcome(line);
    isUnderstood |= outcome instanceof LineOutcome.Read;
    Optional<Instant> time = time(outcome);
    if (time.isPresent() && isMisdated(time.get())) {
      return new RecordedEntry(name, line.number(), at, TimeOrder.TOO_FAR_AHEAD);
    }
    at = time.orElse(at);
    newest = newest.isBefore(at) ? at : newest;
    return new RecordedEntry(name, line.number(), at, outcome);
  }

  private boolean isMisdated(Instant time) {
    if (!TimeOrder.isFarAhead(time, newest)) {
      return false;
    }
    int timed = 0;
    int behind = 0;
    for (LinesAhead.Line line : lines.peek()) {
      Optional<Instant> next = time(outcome(line));
      timed += next.isPresent() ? 1 : 0;
      behind += next.isPresent() && TimeOrder.isFarAhead(time, next.get()) ? 1 : 0;
    }
    return 2 * behind > timed;
  }

  private LineOutcome outcome(LinesAhead.Line line) {
    return line.isCut() ? TOO_LONG : RecordedLine.read(line.text(), name, line.number());
  }

  private static Optional<Instant> time(LineOutcome outcome) {
    return outcome instanceof LineOutcome.Read(Optional<Instant> known, _, _)
        ? known
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
