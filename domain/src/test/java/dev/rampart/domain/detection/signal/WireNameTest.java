package dev.rampart.domain.detection.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.finding.Severity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The names that cross the bus, as text: others read them, so none may change. */
final class WireNameTest {
  @Test
  void gates() {
    assertThat(Arrays.stream(Gate.values()).map(Gate::wireName))
        .containsExactly(
            "edge",
            "waf",
            "token",
            "plan",
            "schema",
            "input",
            "inspection",
            "domain",
            "dependency");
  }

  @Test
  void kinds_of_signals() {
    assertThat(Arrays.stream(SignalKind.values()).map(SignalKind::wireName))
        .containsExactly(
            "waf_block",
            "injection",
            "probe",
            "auth_fail",
            "token_invalid",
            "authz_deny",
            "not_found",
            "route_unknown",
            "validation",
            "throttle",
            "auth_ok",
            "object_ok");
  }

  @Test
  void severities() {
    assertThat(Arrays.stream(Severity.values()).map(Severity::wireName))
        .containsExactly("low", "medium", "high", "critical");
  }

  @Test
  void kinds_of_subjects() {
    assertThat(Arrays.stream(SubjectKind.values()).map(SubjectKind::wireName))
        .containsExactly(
            "ip", "principal", "client", "apiKey", "credential", "network", "signature", "global");
  }
}
