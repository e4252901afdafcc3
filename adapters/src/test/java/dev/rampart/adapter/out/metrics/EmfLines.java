package dev.rampart.adapter.out.metrics;

import static org.assertj.core.api.Assertions.assertThat;

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

  /** Returns the name of the one metric of a line. */
  static String name(JsonNode line) {
    JsonNode metrics = line.at("/_aws/CloudWatchMetrics/0/Metrics");
    assertThat(metrics).hasSize(1);
    return metrics.path(0).path("Name").asText();
  }

  /** Returns the dimensions of the one metric of a line with their values, sorted. */
  static List<String> dimensions(JsonNode line) {
    JsonNode sets = line.at("/_aws/CloudWatchMetrics/0/Dimensions");
    assertThat(sets).hasSize(1);
    return sets.path(0)
        .valueStream()
        .map(key -> key.asText() + "=" + line.path(key.asText()).asText())
        .sorted()
        .toList();
  }
}
