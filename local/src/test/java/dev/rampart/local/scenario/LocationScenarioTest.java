package dev.rampart.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.stack.LocalRun;
import dev.rampart.local.stack.RunFailure;
import dev.rampart.local.stack.RunSettings;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rule of the web ACL that asks for a country, and a database that knows one address of Germany,
 * 192.0.2.1 (written by {@code TestDatabase} of the firewall's tests).
 */
final class LocationScenarioTest {
  private static final String DATABASE = "locations.mmdb";
  private static final String RULES = "      Rules:\n";
  private static final String RULE =
      """
            - Name: NotFromGermany
              Priority: 80
              Action: {Block: {}}
              VisibilityConfig: {}
              Statement:
                GeoMatchStatement:
                  CountryCodes: [DE]
                  ForwardedIPConfig: {HeaderName: X-Forwarded-For, FallbackBehavior: NO_MATCH}
      """;

  @TempDir private Path folder;

  @Test
  void a_country_is_refused_by_the_database_of_the_run() throws Exception {
    try (Running run = Running.start(settings().withLocations(List.of(database())), Set.of())) {
      Reply refused = run.ann.get("/v1/submissions", "X-Forwarded-For: 192.0.2.1");
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.json().path("gate").asText()).isEqualTo("waf");
      assertThat(run.ann.get("/v1/submissions", "X-Forwarded-For: 192.0.2.2").status())
          .isEqualTo(200);
    }
  }

  @Test
  void without_a_database_the_run_does_not_start() throws IOException {
    RunSettings settings = settings();

    assertThatExceptionOfType(RunFailure.class)
        .isThrownBy(() -> LocalRun.start(settings, _ -> {}))
        .withMessageContainingAll("template.yaml:", "asks for a country", "--locations FILE");
  }

  private RunSettings settings() throws IOException {
    return ChangedTemplate.in(folder, text -> text.replaceFirst(RULES, RULES + RULE));
  }

  private static Path database() throws URISyntaxException {
    return Path.of(LocationScenarioTest.class.getResource(DATABASE).toURI());
  }
}
