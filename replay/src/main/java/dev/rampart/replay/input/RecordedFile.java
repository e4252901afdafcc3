package dev.rampart.replay.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.EOFException;
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

  private RecordedFile(String name, LinesAhead lines) {
    this.name = name;
    this.lines = lines;
  }

  static RecordedFile open(String name) throws IOException {
    try {
      return new RecordedFile(name, new LinesAhead(RecordedFiles.open(name)));
    } catch (IOException e) {
      throw naming(name, e);
    }
  }

  /** Returns the next line; empty after the last one. */
  Optional<RecordedEntry> next() throws IOException {
    try {
      Optional<LinesAhead.Line> line = lines.next();
      return line.isPresent() ? Optional.of(read(line.get())) : Optional.empty();
    } catch (IOException e) {
      throw naming(name, e);
    }
  }

  private RecordedEntry read(LinesAhead.Line line) throws IOException {
    LineOutcome outcome = outcome(line);
    Optional<Instant> time = time(outcome);
    if (time.isPresent() && isMisdated(time.get())) {
      return new RecordedEntry(name, line.number(), at, TimeOrder.TOO_FAR_AHEAD);
    }
    at = time.orElse(at);
    newest = newest.isBefore(at) ? at : newest;
    return new RecordedEntry(name, line.number(), at, outcome);
  }

  private boolean isMisdated(Instant time) throws IOException {
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

  private static IOException naming(String name, IOException cause) {
    String reason =
        switch (cause) {
          // These have no message, or one about a buffer.
          case EOFException _ -> "it ends too early, in the middle of what is packed";
          // The whole message has a line of its own for the place.
          case JsonProcessingException json -> json.getOriginalMessage();
          default -> Optional.ofNullable(cause.getMessage()).orElseGet(cause::toString);
        };
    return new IOException(name + ": " + reason, cause);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
