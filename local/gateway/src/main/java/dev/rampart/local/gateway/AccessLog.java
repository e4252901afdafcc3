package dev.rampart.local.gateway;

import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.gateway.response.MappingTemplate;
import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.LogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes one line a request in the template's format, to a file and to whoever listens. */
final class AccessLog implements AutoCloseable {
  /** Days of hard use; whoever can send requests makes it grow. */
  private static final long FILE_BYTES_MAX = 256L * 1024 * 1024;

  private final Optional<MappingTemplate> format;
  private final Optional<LogFile> file;
  private final Consumer<String> listener;

  /**
   * Opens the log.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  AccessLog(Optional<MappingTemplate> format, Optional<Path> file, Consumer<String> listener) {
    this.format = format;
    this.file = file.map(AccessLog::open);
    this.listener = listener;
  }

  private static LogFile open(Path file) {
    try {
      return LogFile.open("The access log", file, FILE_BYTES_MAX, InstantSource.system());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(RequestContext context) {
    // As on AWS, a variable without a value is a dash.
    format.map(text -> text.json(context::variable, "-")).ifPresent(this::line);
  }

  /** Returns why lines cannot be written now; empty if they can. */
  Optional<Fault> fault() {
    return file.flatMap(LogFile::fault);
  }

  private synchronized void line(String line) {
    // The request was answered; its client is not to pay for a full disk.
    file.ifPresent(log -> log.append(line));
    listener.accept(line);
  }

  @Override
  public synchronized void close() {
    if (file.isPresent()) {
      try {
        file.get().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
