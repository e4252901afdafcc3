package dev.rampart.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.report.SarifReport;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Template;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What GitHub's code scanning needs of a report, so that a finding appears in a pull request. */
final class SarifReportTest {
  private static final Path ROOT = Path.of("checkout").toAbsolutePath();

  @Test
  void the_template_is_named_from_the_root_of_the_checkout() {
    for (JsonNode result : run("infra/my app/a+b#1.yaml").path("results")) {
      JsonNode file = result.at("/locations/0/physicalLocation/artifactLocation");
      assertThat(file.path("uri").asText()).isEqualTo("infra/my%20app/a%2Bb%231.yaml");
      assertThat(file.path("uriBaseId").asText()).isEqualTo("%SRCROOT%");
    }
  }

  @Test
  void no_directory_of_this_machine_is_told() {
    assertThat(run("t.yaml").toString()).doesNotContain(ROOT.toString(), "file:");
    assertThat(run("t.yaml").path("originalUriBaseIds").has("%SRCROOT%")).isTrue();
  }

  @Test
  void each_result_has_a_text_a_line_and_a_rule_that_is_described() {
    JsonNode run = run("t.yaml");
    assertThat(run.at("/tool/driver/name").asText()).isNotEmpty();
    assertThat(run.path("results")).isNotEmpty();
    for (JsonNode result : run.path("results")) {
      assertThat(result.at("/message/text").asText()).isNotEmpty();
      assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isPositive();
      assertThat(result.path("level").asText()).isIn("error", "warning");
    }
    for (JsonNode rule : run.at("/tool/driver/rules")) {
      assertThat(rule.at("/shortDescription/text").asText()).isNotEmpty();
      assertThat(rule.at("/fullDescription/text").asText()).isNotEmpty();
      assertThat(rule.at("/help/text").asText()).isNotEmpty();
    }
  }

  private static JsonNode run(String file) {
    String path = ROOT.resolve(file).toString();
    CheckReport report =
        TemplateCheck.of(Template.read(path, "Resources: {Q: {Type: AWS::SQS::Queue}}"));
    JsonNode document = Json.parse(SarifReport.of(report, "check", ROOT));
    assertThat(document.path("version").asText()).isEqualTo("2.1.0");
    assertThat(document.path("$schema").asText()).contains("sarif-schema-2.1.0");
    return document.path("runs").path(0);
  }
}
