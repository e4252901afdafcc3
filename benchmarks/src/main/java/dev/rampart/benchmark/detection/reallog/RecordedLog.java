package dev.rampart.benchmark.detection.reallog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A recorded log: compressed, one row a line, with a heading. */
final class RecordedLog {

  private RecordedLog() {}

  /**
   * Returns its rows by time.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  static List<LogRow> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + file);
    }
    List<LogRow> rows = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(file);
        InputStream plain = new GZIPInputStream(raw);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(LogRow.parse(line));
      }
    }
    rows.sort(Comparator.comparingLong(LogRow::atMillis));
    return rows;
  }
}
