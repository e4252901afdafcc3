package dev.rampart.local.gateway;

import dev.rampart.local.protocol.http.FaultLog;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes one line a request in the template's format, to a file and to whoever listens. */
final class AccessLog implements AutoCloseable {
  private static final FaultLog FAULTS = new FaultLog(System.getLogger(AccessLog.class.getName()));

  private final Optional<ContextText> format;
  private final Optional<BufferedWriter> file;
  private final Consumer<String> listener;

  /**
   * Opens the log.
   *
   * @throws UncheckedIOException where the file cannot be written
   */
  AccessLog(Optional<ContextText> format, Optional<Path> file, Consumer<String> listener) {
    this.format = format;
    this.file = file.map(AccessLog::open);
    this.listener = listener;
  }

  private static BufferedWriter open(Path file) {
    try {
      return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Exchange exchange) {
    // As on AWS, a variable without a value is a dash.
    format.map(text -> text.json(exchange::variable, "-")).ifPresent(this::line);
  }

  private synchronized void line(String line) {
    if (file.isPresent()) {
      try {
        file.get().write(line);
        file.get().write('\n');
        file.get().flush();
      } catch (IOException e) {
        // The request was answered; its client is not to pay for a full disk.
        FAULTS.log("A line of the access log could not be written", e);
      }
    }
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
