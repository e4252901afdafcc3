package dev.rampart.function.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rampart.adapter.lambda.Environment;
import dev.rampart.adapter.out.logs.SearchedLogs;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.BlockingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecuritySettingsTest {

  static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("DETECTION_TABLE", "detection"),
          Map.entry("COUNTS_TABLE", "counts"),
          Map.entry("CALLER_LIMIT", "600"),
          Map.entry("EVENT_BUS", "rampart"),
          Map.entry("SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:000000000000:secret:s"),
          Map.entry("HASH_KEY", "0a1b2c3d-5678-90ab-cdef-0123456789ab"),
          Map.entry("CLIENT_IDS", "web"),
          Map.entry("ALLOWED_ORIGINS", "https://app.example.com"),
          Map.entry("ACCESS_LOG", "/rampart/test/access"),
          Map.entry("FIREWALL_LOG", "aws-waf-logs-test"),
          Map.entry("SIGN_IN_LOG", "/rampart/test/sign-in"),
          Map.entry("FUNCTION_LOGS", "/rampart/test/api"),
          Map.entry("BLOCKING_MODE", "on"),
          Map.entry("NEVER_BLOCK", "198.51.100.0/24"),
          Map.entry("POWERTOOLS_METRICS_NAMESPACE", "Rampart/test"));

  @Test
  void the_environment_is_read() {
    SecuritySettings settings = SecuritySettings.from(new Environment(ENVIRONMENT));

    assertThat(settings.detectionTable()).isEqualTo("detection");
    assertThat(settings.countsTable()).isEqualTo("counts");
    assertThat(settings.callerLimit()).isEqualTo(600);
    assertThat(settings.clientIds()).containsExactly("web");
    assertThat(settings.mode()).isEqualTo(BlockingMode.ON);
    assertThat(settings.neverBlock())
        .containsExactly(SourceRange.parse("198.51.100.0/24").orElseThrow());
    assertThat(settings.logs())
        .isEqualTo(
            new SearchedLogs(
                "/rampart/test/access",
                "aws-waf-logs-test",
                "/rampart/test/sign-in",
                List.of("/rampart/test/api")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DETECTION_TABLE",
        "COUNTS_TABLE",
        "CALLER_LIMIT",
        "EVENT_BUS",
        "SECRET_ARN",
        "HASH_KEY",
        "CLIENT_IDS",
        "ACCESS_LOG",
        "FIREWALL_LOG",
        "SIGN_IN_LOG",
        "FUNCTION_LOGS",
        "BLOCKING_MODE",
        "POWERTOOLS_METRICS_NAMESPACE"
      })
  void a_missing_variable_is_named(String name) {
    HashMap<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.remove(name);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SecuritySettings.from(new Environment(environment)))
        .withMessageContaining(name);
  }

  @Test
  void a_protection_that_cannot_be_read_stops_the_function() {
    HashMap<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.put("NEVER_BLOCK", "office");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SecuritySettings.from(new Environment(environment)))
        .withMessageContaining("NEVER_BLOCK");
  }
}
