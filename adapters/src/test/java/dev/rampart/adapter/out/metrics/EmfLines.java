package dev.rampart.adapter.out.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.event.EventFiles;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines in the embedded metric format, as they are printed. */
final class EmfLines {
  private EmfLines() {}

  /** Returns the lines that are printed meanwhile. */
  static List<JsonNode> of(Runnable use) {
    PrintStream console = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      use.run();
    } finally {
      System.setOut(console);
    }
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("_aws"))
        .map(EventFiles::parse)
        .toList();
  }
}
