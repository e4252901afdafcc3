package dev.rampart.function.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rampart.adapter.lambda.Environment;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiSettingsTest {

  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "SUBMISSIONS_TABLE", "submissions",
          "COUNTS_TABLE", "counts",
          "CALLER_LIMIT", "600",
          "EVENT_BUS", "rampart",
          "SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:000000000000:secret:s",
          "CLIENT_IDS", "web, machine,",
          "ALLOWED_ORIGINS", "https://app.example.com",
          "POWERTOOLS_METRICS_NAMESPACE", "Rampart/test");

  @Test
  void the_environment_is_read() {
    ApiSettings settings = ApiSettings.from(new Environment(ENVIRONMENT));

    assertThat(settings.submissionsTable()).isEqualTo("submissions");
    assertThat(settings.countsTable()).isEqualTo("counts");
    assertThat(settings.callerLimit()).isEqualTo(600);
    assertThat(settings.eventBus()).isEqualTo("rampart");
    assertThat(settings.clientIds()).containsExactlyInAnyOrder("web", "machine");
    assertThat(settings.allowedOrigins()).containsExactly("https://app.example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SUBMISSIONS_TABLE",
        "COUNTS_TABLE",
        "CALLER_LIMIT",
        "EVENT_BUS",
        "SECRET_ARN",
        "CLIENT_IDS",
        "POWERTOOLS_METRICS_NAMESPACE"
      })
  void a_missing_variable_is_named(String name) {
    HashMap<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.remove(name);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiSettings.from(new Environment(environment)))
        .withMessageContaining(name);
    environment.put(name, " ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiSettings.from(new Environment(environment)))
        .withMessageContaining(name);
  }

  @Test
  void without_an_allowed_origin_no_web_page_may_read() {
    HashMap<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.remove("ALLOWED_ORIGINS");

    assertThat(ApiSettings.from(new Environment(environment)).allowedOrigins()).isEmpty();
  }
}
