package dev.rampart.benchmark.inspection.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Labelled values from a folder of {@code *.jsonl} or {@code *.jsonl.gz} files. */
public final class Corpus {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Corpus() {}

  /**
   * Reads all files of a folder, in order of their names.
   *
   * @throws IllegalArgumentException if it is no folder with rows
   */
  public static List<LabelledRow> read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("there is no folder " + folder);
    }
    List<LabelledRow> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".jsonl.gz") || name.endsWith(".jsonl")) {
          readFile(file, rows);
        }
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("there are no rows in " + folder);
    }
    return rows;
  }

  private static void readFile(Path file, List<LabelledRow> rows) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          rows.add(row(JSON.readTree(line)));
        }
      }
    }
  }

  private static LabelledRow row(JsonNode node) {
    String id = node.path("id").asText();
    boolean attack = node.path("label").asText().equals("attack");
    return new LabelledRow(
        id,
        id.substring(0, Math.max(0, id.lastIndexOf('-'))),
        attack ? node.path("class").asText() : "-",
        node.path("tier").asText("strict").equals("strict"),
        node.path("skel").asText(id),
        node.path("transform").asText("-"),
        node.path("payload").asText());
  }
}
