package dev.rampart.domain.detection.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DetectorKindTest {
  @ParameterizedTest
  @CsvSource({
    "10, MEDIUM",
    "39.9, MEDIUM",
    "40, HIGH",
    "159.9, HIGH",
    "160, CRITICAL",
    "1e9, CRITICAL"
  })
  void the_further_above_the_threshold_the_more_severe(double value, Severity severity) {
    assertThat(DetectorKind.BURST_PROBE.severity(new Measure("points", value, 10)))
        .isEqualTo(severity);
  }

  @Test
  void nothing_is_more_severe_than_critical() {
    assertThat(DetectorKind.CRED_STUFFING.severity(new Measure("accounts", 6, 6)))
        .isEqualTo(Severity.HIGH);
    assertThat(DetectorKind.CRED_STUFFING.severity(new Measure("accounts", 600, 6)))
        .isEqualTo(Severity.CRITICAL);
  }

  @Test
  void what_is_told_for_information_never_becomes_severe() {
    assertThat(DetectorKind.MISCONFIGURED_CLIENT.isInformational()).isTrue();
    assertThat(DetectorKind.MISCONFIGURED_CLIENT.severity(new Measure("failures", 1e9, 20)))
        .isEqualTo(Severity.LOW);
  }

  @ParameterizedTest
  @EnumSource
  void references_have_the_forms_of_their_catalogues(DetectorKind kind) {
    assertThat(kind.owasp()).allMatch(entry -> entry.matches("API([1-9]|10):2023"));
    assertThat(kind.techniques()).allMatch(id -> id.matches("T1[0-9]{3}(\\.[0-9]{3})?"));
    assertThat(kind.title()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void whoever_is_suspected_is_suspected_of_something_known(DetectorKind kind) {
    assertThat(kind.owasp().isEmpty()).isEqualTo(kind.isInformational());
    assertThat(kind.techniques().isEmpty()).isEqualTo(kind.isInformational());
  }

  @Test
  void several_entries_are_told_one_by_one() {
    assertThat(DetectorKind.ENUMERATION_BOLA.owasp()).containsExactly("API1:2023", "API5:2023");
  }

  /** The names cross the bus: others read them, so none may change. */
  @Test
  void names() {
    assertThat(DetectorKind.values())
        .extracting(Enum::name)
        .containsExactlyInAnyOrder(
            "BURST_PROBE",
            "LOW_AND_SLOW",
            "DISTRIBUTED_SIGNATURE",
            "CRED_STUFFING",
            "BRUTE_FORCE",
            "ENUMERATION_BOLA",
            "TOKEN_ABUSE",
            "SCHEMA_FUZZ",
            "NEW_NETWORK_USE",
            "GLOBAL_RATE",
            "MISCONFIGURED_CLIENT");
  }
}
