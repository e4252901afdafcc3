package dev.rampart.replay;

import dev.rampart.adapter.out.eventbridge.ThreatV1;
import dev.rampart.domain.detection.finding.Threat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file that the details of threat events are written to, one a line. */
final class AlertFile implements AutoCloseable {
  private final Optional<Writer> writer;

  private AlertFile(Optional<Writer> writer) {
    this.writer = writer;
  }

  /** Opens the file, and empties it; without a file, what is written is dropped. */
  static AlertFile open(Optional<Path> file) throws IOException {
    return new AlertFile(
        file.isPresent() ? Optional.of(Files.newBufferedWriter(file.get())) : Optional.empty());
  }

  /**
   * Writes the detail of one event.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  void write(Threat threat) {
    if (writer.isEmpty()) {
      return;
    }
    try {
      writer.get().write(new ThreatV1(threat).json().toString());
      writer.get().write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (writer.isPresent()) {
      writer.get().close();
    }
  }
}
