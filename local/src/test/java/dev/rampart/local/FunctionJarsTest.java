package dev.rampart.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a function jar holds is listed, licensed and within its budget. */
final class FunctionJarsTest {
  /** What a jar may weigh, in bytes, by function: a cold start reads it. */
  private static final Map<String, Long> BUDGETS =
      Map.of(
          "api", 14_000_000L,
          "security", 14_000_000L,
          "monitoring", 12_000_000L,
          "detection", 12_000_000L,
          "blocklist", 12_000_000L,
          "edgelog", 12_000_000L,
          "relay", 12_000_000L,
          "scopes", 12_000_000L);

  /** Licences that ask for no more than their text beside an MIT project. */
  private static final Set<String> LICENCES = Set.of("Apache-2.0", "BSD-2-Clause", "MIT", "MIT-0");

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([\\w.-]+:[\\w.-]+) \\| ([\\w.-]+) \\| \\S.* \\|$");

  @Test
  void every_jar_keeps_its_budget() throws IOException {
    for (Map.Entry<String, Long> budget : BUDGETS.entrySet()) {
      Path jar = built(budget.getKey(), "jar");
      assertThat(Files.size(jar))
          .as(
              "%s has %d bytes, more than its budget of %d: leave out what no code path uses.",
              jar.getFileName(), Files.size(jar), budget.getValue())
          .isLessThanOrEqualTo(budget.getValue());
    }
  }

  @Test
  void the_jars_hold_the_listed_dependencies_under_the_listed_licences() throws IOException {
    TreeMap<String, String> held = new TreeMap<>();
    for (String function : BUDGETS.keySet()) {
      JsonNode sbom =
          JsonMapper.builder().build().readTree(Files.readString(built(function, "cdx.json")));
      for (JsonNode component : sbom.path("components")) {
        String name = component.path("group").asText() + ":" + component.path("name").asText();
        held.put(name, component.at("/licenses/0/license/id").asText());
      }
    }
    assertThat(held).isEqualTo(listed());
    assertThat(LICENCES).containsAll(held.values());
  }

  private static Map<String, String> listed() throws IOException {
    TreeMap<String, String> listed = new TreeMap<>();
    ROW.matcher(Files.readString(Contract.ROOT.resolve("docs/dependencies.md")))
        .results()
        .forEach(row -> listed.put(row.group(1), row.group(2)));
    return listed;
  }

  private static Path built(String function, String extension) {
    return Contract.ROOT.resolve(
        "functions/%s/target/rampart-%s-lambda.%s".formatted(function, function, extension));
  }
}
