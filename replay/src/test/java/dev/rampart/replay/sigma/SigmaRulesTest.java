package dev.rampart.replay.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class SigmaRulesTest {
  private static final String UUID_4 =
      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  /**
   * A record, and what is to be thought of it.
   *
   * @param rules the names of those that match it; no other one does
   */
  record SigmaCase(String title, Set<String> rules, SigmaRecord event) {
    @Override
    public String toString() {
      return title;
    }
  }

  static List<SigmaFile> files() {
    return SigmaFile.all();
  }

  static List<SigmaCase> cases() {
    try (InputStream in = SigmaRulesTest.class.getResourceAsStream("records.json")) {
      List<SigmaCase> cases = new ArrayList<>();
      for (JsonNode each : new ObjectMapper().readTree(Objects.requireNonNull(in))) {
        cases.add(
            new SigmaCase(
                each.path("title").asText(),
                texts(each.path("rules")).collect(Collectors.toUnmodifiableSet()),
                new SigmaRecord(each.path("record"))));
      }
      return cases;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void each_file_has_the_members_of_the_specification(SigmaFile file) {
    JsonNode yaml = file.yaml();
    assertThat(yaml.path("title").asText()).isNotBlank().hasSizeLessThanOrEqualTo(256);
    assertThat(yaml.path("id").asText()).matches(UUID_4);
    assertThat(yaml.path("name").asText()).isEqualTo(file.name().replaceFirst("^correlation_", ""));
    assertThat(yaml.path("status").asText()).isEqualTo("experimental");
    assertThat(yaml.path("description").asText()).isNotBlank();
    assertThat(texts(yaml.path("references"))).isNotEmpty().allMatch(it -> it.startsWith("https"));
    assertThat(yaml.path("author").asText()).isNotBlank();
    assertThat(yaml.path("date").asText()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    assertThat(texts(yaml.path("tags")))
        .anyMatch(tag -> tag.matches("attack\\.t[0-9]{4}(\\.[0-9]{3})?"))
        .allMatch(tag -> tag.startsWith("attack."));
    assertThat(texts(yaml.path("falsepositives"))).isNotEmpty();
    assertThat(yaml.path("level").asText()).isIn("informational", "low", "medium", "high");
  }

  @Test
  void ids_names_and_titles_are_different() {
    for (String member : List.of("id", "name", "title")) {
      assertThat(files().stream().map(file -> file.yaml().path(member))).doesNotHaveDuplicates();
    }
  }

  @Test
  void rules_name_their_log() {
    for (SigmaFile rule : SigmaFile.rules()) {
      assertThat(rule.yaml().at("/logsource/product").asText()).isEqualTo("aws");
      assertThat(rule.name())
          .startsWith("aws_" + rule.yaml().at("/logsource/service").asText() + "_");
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_record_is_matched_by_its_rules_and_by_no_others(SigmaCase one) {
    Set<String> matching =
        SigmaFile.rules().stream()
            .map(SigmaFile::id)
            .filter(name -> SigmaFile.rule(name).matches(one.event()))
            .collect(Collectors.toUnmodifiableSet());
    assertThat(matching).isEqualTo(one.rules());
  }

  @Test
  void each_rule_has_a_record_that_it_matches() {
    assertThat(cases().stream().flatMap(one -> one.rules().stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            SigmaFile.rules().stream().map(SigmaFile::id).toList());
  }

  @Test
  void lookups_of_the_security_team_are_left_out_by_the_routes_of_the_contract()
      throws IOException {
    Path contract = Path.of(System.getProperty("rampart.root", "."), "docs", "openapi.yaml");
    Object yaml =
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(contract));
    List<String> routes =
        new ObjectMapper()
            .<JsonNode>valueToTree(yaml).path("paths").properties().stream()
                .filter(path -> path.getKey().contains("{"))
                .filter(path -> !path.getValue().findValues("x-rampart-function").isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    JsonNode left =
        SigmaFile.rule("aws_apigateway_object_not_found")
            .detection()
            .at("/filter_security_team/resourcePath");
    assertThat(texts(left)).isNotEmpty().containsExactlyInAnyOrderElementsOf(routes);
  }

  private static Stream<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
  }
}
