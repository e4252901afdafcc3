package dev.rampart.replay;

import dev.rampart.adapter.out.eventbridge.ThreatV1;
import dev.rampart.domain.detection.finding.Threat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    return new AlertFile(file.isPresent() ? Optional.of(writer(file.get())) : Optional.empty());
  }

  private static Writer writer(Path file) throws IOException {
    try {
      return Files.newBufferedWriter(file);
    } catch (NoSuchFileException e) {
      // The file need not be there, but its folder, or that of the file that a link leads to.
      Path folder = file.toAbsolutePath().resolveSibling("");
      String missing = Files.isDirectory(folder) ? "where its link leads to" : folder.toString();
      throw new IOException(file + ": there is no folder " + missing, e);
    } catch (AccessDeniedException e) {
      throw new IOException(file + ": permission denied", e);
    }
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
