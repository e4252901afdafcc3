package dev.rampart.function.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rampart.adapter.lambda.Environment;
import dev.rampart.adapter.out.cloudwatch.WatchedResources;
import dev.rampart.domain.monitoring.SignalLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MonitoringSettingsTest {

  static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("CLIENT_IDS", "web"),
          Map.entry("ALLOWED_ORIGINS", "https://app.example.com"),
          Map.entry("ACCESS_LOG", "/rampart/test/access"),
          Map.entry("FIREWALL_LOG", "aws-waf-logs-test"),
          Map.entry("SIGN_IN_LOG", "/rampart/test/sign-in"),
          Map.entry("API_LOG", "/rampart/test/api"),
          Map.entry("SECURITY_LOG", "/rampart/test/security"),
          Map.entry("MONITORING_LOG", "/rampart/test/monitoring"),
          Map.entry("WATCHED_FUNCTIONS", "security,api"),
          Map.entry("AWS_LAMBDA_FUNCTION_NAME", "monitoring"),
          Map.entry("WORK_QUEUES", "jobs"),
          Map.entry(
              "DEAD_LETTER_QUEUES", "https://sqs.example.com/0/b,https://sqs.example.com/0/a"),
          Map.entry("ALARM_PREFIX", "rampart-test-"),
          Map.entry("POWERTOOLS_METRICS_NAMESPACE", "Rampart/test"));

  @Test
  void the_environment_is_read() {
    MonitoringSettings settings = MonitoringSettings.from(new Environment(ENVIRONMENT));

    assertThat(settings.clientIds()).containsExactly("web");
    assertThat(settings.allowedOrigins()).containsExactly("https://app.example.com");
    assertThat(settings.alarmPrefix()).isEqualTo("rampart-test-");
    assertThat(settings.deadLetterUrls())
        .containsExactly("https://sqs.example.com/0/a", "https://sqs.example.com/0/b");
    assertThat(settings.watched())
        .isEqualTo(
            new WatchedResources(
                Map.of(
                    SignalLog.FIREWALL, "aws-waf-logs-test",
                    SignalLog.GATEWAY, "/rampart/test/access",
                    SignalLog.SIGN_IN, "/rampart/test/sign-in",
                    SignalLog.API, "/rampart/test/api",
                    SignalLog.SECURITY, "/rampart/test/security",
                    SignalLog.MONITORING, "/rampart/test/monitoring"),
                List.of("jobs"),
                List.of("a", "b"),
                List.of("api", "monitoring", "security")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLIENT_IDS",
        "ACCESS_LOG",
        "FIREWALL_LOG",
        "SIGN_IN_LOG",
        "API_LOG",
        "SECURITY_LOG",
        "MONITORING_LOG",
        "WATCHED_FUNCTIONS",
        "AWS_LAMBDA_FUNCTION_NAME",
        "WORK_QUEUES",
        "DEAD_LETTER_QUEUES",
        "ALARM_PREFIX",
        "POWERTOOLS_METRICS_NAMESPACE"
      })
  void a_missing_variable_is_named(String name) {
    HashMap<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.remove(name);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> MonitoringSettings.from(new Environment(environment)))
        .withMessageContaining(name);
  }
}
