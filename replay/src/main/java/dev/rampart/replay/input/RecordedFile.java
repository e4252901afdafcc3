package dev.rampart.replay.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** A file that is being read, and the line of it that is next. */
final class RecordedFile implements AutoCloseable {
  private final String name;
  private final LineSource lines;
  private Instant at = Instant.MIN;

  private RecordedFile(String name, LineSource lines) {
    this.name = name;
    this.lines = lines;
  }

  static RecordedFile open(String name) throws IOException {
    try {
      return new RecordedFile(name, RecordedFiles.open(name));
    } catch (IOException e) {
      throw naming(name, e);
    }
  }

  /** Returns the next line; empty after the last one. */
  Optional<RecordedEntry> next() throws IOException {
    try {
      return lines.next().map(this::read);
    } catch (IOException e) {
      throw naming(name, e);
    }
  }

  private RecordedEntry read(String line) {
    LineOutcome outcome = RecordedLine.read(line, name, lines.number());
    if (outcome instanceof LineOutcome.Read(Optional<Instant> known, _, _)) {
      at = known.orElse(at);
    }
    return new RecordedEntry(name, lines.number(), at, outcome);
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
