package dev.rampart.replay.sigma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A file of {@code docs/sigma}: a rule or a correlation. */
record SigmaFile(String name, JsonNode yaml) {
  private static final Path FOLDER =
      Path.of(System.getProperty("rampart.root", "."), "docs", "sigma");
  private static final String END = ".yml";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<SigmaFile> ALL = read();

  /** Returns all of them, in the order of their names. */
  static List<SigmaFile> all() {
    return ALL;
  }

  private static List<SigmaFile> read() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(END))
          .sorted()
          .map(SigmaFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<SigmaFile> rules() {
    return all().stream().filter(file -> !file.isCorrelation()).toList();
  }

  static List<SigmaFile> correlations() {
    return all().stream().filter(SigmaFile::isCorrelation).toList();
  }

  /** Returns the rule of that name. */
  static SigmaRule rule(String name) {
    return rules().stream()
        .filter(file -> file.id().equals(name))
        .findFirst()
        .map(file -> new SigmaRule(file.yaml().path("detection")))
        .orElseThrow();
  }

  private static SigmaFile read(Path file) {
    try {
      Object yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
      String name = file.getFileName().toString();
      return new SigmaFile(name.substring(0, name.length() - END.length()), JSON.valueToTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isCorrelation() {
    return yaml.has("correlation");
  }

  /** Returns what correlations name it by. */
  String id() {
    return yaml.path("name").asText();
  }

  @Override
  public String toString() {
    return name;
  }
}
