package dev.rampart.local.host;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts a process's output into lines; a line longer than CloudWatch takes is cut into several. */
final class LogLines {
  static final int LINE_BYTES_MAX = 1024 * 1024;

  private LogLines() {}

  static void read(InputStream output, Consumer<String> lines) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (InputStream bytes = new BufferedInputStream(output)) {
      for (int next = bytes.read(); next >= 0; next = bytes.read()) {
        if (next != '\n') {
          line.write(next);
        }
        if (next == '\n' || line.size() == LINE_BYTES_MAX) {
          lines.accept(line.toString(StandardCharsets.UTF_8));
          line.reset();
        }
      }
    } catch (IOException _) {
      // The process was killed while it printed; what it said so far is kept.
    }
    if (line.size() > 0) {
      lines.accept(line.toString(StandardCharsets.UTF_8));
    }
  }
}
