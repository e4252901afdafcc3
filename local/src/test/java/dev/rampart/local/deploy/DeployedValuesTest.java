package dev.rampart.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.check.TemplateCheck;
import dev.rampart.local.template.Template;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules judge the values that are deployed, not the template's defaults alone. */
final class DeployedValuesTest {
  private final Template template =
      Template.read(Path.of(System.getProperty("rampart.root", ""), "template.yaml"));

  private Stream<String> broken(Map<String, String> parameters) {
    return TemplateCheck.of(template, parameters).violations().stream()
        .map(violation -> violation.rule().id());
  }

  /** What docs/deploying.md tells people to say. */
  private static Stream<Map<String, String>> documented() {
    return Stream.of(
        Map.of("Stage", "dev", "Preset", "dev"),
        Map.of("Stage", "live", "Preset", "large"),
        Map.of("Stage", "dev", "Preset", "dev", "ReserveConcurrency", "false"),
        Map.of("Stage", "dev", "Preset", "dev", "ProgramClient", "true"),
        Map.of("Stage", "one", "OwnApiGatewayAccount", "false", "UserPoolTier", "ESSENTIALS"),
        Map.of("Stage", "prod", "AllowedOrigin", "https://app.example.com", "AlarmEmail", "a@b.c"));
  }

  @ParameterizedTest
  @MethodSource("documented")
  void what_the_page_tells_people_to_say_is_not_refused(Map<String, String> parameters) {
    assertThat(broken(parameters)).isEmpty();
  }

  @Test
  void a_value_that_the_rules_would_refuse_as_a_default_is_refused() {
    assertThat(broken(Map.of("FirewallLimit", "9999999"))).contains("WAF-07");
    assertThat(broken(Map.of("StageRate", "99999"))).containsExactly("API-09");
  }

  @Test
  void values_are_judged_together_with_the_preset() {
    // Enough for 20 requests a second, the rate of dev, and far too little for that of prod.
    assertThat(broken(Map.of("Preset", "dev", "WebQuota", "1728000"))).isEmpty();
    assertThat(broken(Map.of("Preset", "prod", "WebQuota", "1728000"))).containsExactly("API-39");
  }
}
