package dev.rampart.adapter.out.eventbridge.ocsf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.event.ThreatSamples;
import dev.rampart.domain.detection.finding.Analytic;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.EvidenceLine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.finding.Threat.Change;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class OcsfDetectionFindingTest {
  private final OcsfValidator validator = new OcsfValidator();

  @ParameterizedTest
  @EnumSource(DetectorKind.class)
  void a_finding_of_any_detector_severity_subject_and_change_is_valid(DetectorKind detector) {
    List<String> faults = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      for (SubjectKind kind : SubjectKind.values()) {
        for (Change change : Change.values()) {
          faults.addAll(validator.faults(json(ThreatSamples.of(change, detector, severity, kind))));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2001:db8:1:2::/64, name, 12", "203.0.113.7, ip, 2", "2001:db8::1, ip, 2"})
  void an_address_is_an_address_and_a_network_the_name_of_one(
      String name, String member, int observable) {
    JsonNode json = json(about(new Subject(SubjectKind.IP, name)));

    assertThat(validator.faults(json)).isEmpty();
    assertThat(json.at("/evidences/0/src_endpoint/" + member).asText()).isEqualTo(name);
    assertThat(json.at("/observables/0/type_id").asInt()).isEqualTo(observable);
    assertThat(json.at("/observables/0/value").asText()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "IP, /evidences/0/src_endpoint/ip",
    "NETWORK, /evidences/0/src_endpoint/name",
    "PRINCIPAL, /evidences/0/actor/user/uid",
    "CREDENTIAL, /evidences/0/user/uid",
    "CLIENT, /evidences/0/actor/app_uid",
    "API_KEY, /evidences/0/actor/session/credential_uid",
    "SIGNATURE, /evidences/0/data/subject",
    "GLOBAL, /evidences/0/data/subject"
  })
  void the_evidence_names_the_subject_in_its_place(SubjectKind kind, String place) {
    JsonNode json = json(about(ThreatSamples.subject(kind)));

    assertThat(json.at(place).asText()).isEqualTo(ThreatSamples.subject(kind).name());
    for (JsonNode observable : json.path("observables")) {
      assertThat("/" + observable.path("name").asText().replace("[0].", "/0/").replace('.', '/'))
          .isEqualTo(place);
    }
  }

  @ParameterizedTest
  @EnumSource(DetectorKind.class)
  void only_what_is_told_for_information_is_no_alert(DetectorKind detector) {
    JsonNode json = json(sample(detector, Severity.LOW));

    assertThat(json.path("is_alert").asBoolean()).isEqualTo(!detector.isInformational());
    assertThat(json.at("/finding_info/analytic/uid").asText()).isEqualTo(detector.name());
    assertThat(json.at("/finding_info/analytic/version").asText()).isEqualTo("1");
    assertThat(json.has("anomaly_analyses")).isEqualTo(detector.analytic() == Analytic.STATISTICAL);
  }

  @Test
  void a_sub_technique_comes_with_its_technique_and_its_tactic() {
    JsonNode attack =
        json(sample(DetectorKind.CRED_STUFFING, Severity.HIGH)).at("/finding_info/attacks/0");

    assertThat(attack.at("/tactic/uid").asText()).isEqualTo("TA0006");
    assertThat(attack.at("/technique/uid").asText()).isEqualTo("T1110");
    assertThat(attack.at("/sub_technique/uid").asText()).isEqualTo("T1110.004");
    assertThat(attack.at("/sub_technique/name").asText()).isEqualTo("Credential Stuffing");
  }

  @Test
  void a_technique_alone_has_no_sub_technique_and_an_unknown_one_is_refused() {
    JsonNode attack =
        json(sample(DetectorKind.GLOBAL_RATE, Severity.HIGH)).at("/finding_info/attacks/0");

    assertThat(attack.at("/technique/uid").asText()).isEqualTo("T1499");
    assertThat(attack.has("sub_technique")).isFalse();
    assertThatThrownBy(() -> AttackTechnique.of("T9999"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("T9999");
  }

  @Test
  void nothing_is_said_to_be_done_about_a_threat() {
    JsonNode json = json(sample(DetectorKind.BRUTE_FORCE, Severity.HIGH));

    assertThat(json.at("/metadata/profiles").isArray()).isTrue();
    assertThat(json.at("/metadata/profiles")).isEmpty();
    assertThat(json.has("action_id")).isFalse();
    assertThat(json.has("disposition_id")).isFalse();
  }

  @Test
  void the_risk_rises_with_the_severity_first_and_then_with_the_measure() {
    assertThat(risk(Severity.LOW, 1)).isZero();
    assertThat(risk(Severity.MEDIUM, 1)).isEqualTo(25);
    assertThat(risk(Severity.MEDIUM, 2)).isEqualTo(37);
    assertThat(risk(Severity.MEDIUM, 1e9)).isLessThan(risk(Severity.HIGH, 1));
    assertThat(risk(Severity.CRITICAL, Double.MAX_VALUE)).isEqualTo(99);
  }

  @Test
  void more_signals_than_an_integer_holds_are_as_many_as_it_holds() {
    Finding finding = sample(DetectorKind.GLOBAL_RATE, Severity.HIGH).finding();
    JsonNode json = json(threat(changed(finding, finding.measure(), Long.MAX_VALUE)));

    assertThat(validator.faults(json)).isEmpty();
    assertThat(json.at("/finding_info/related_events_count").asLong()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void the_recommended_attributes_that_are_left_out_are_those_that_nothing_is_known_for() {
    assertThat(validator.recommendedButAbsent(json(about(ThreatSamples.subject(SubjectKind.IP)))))
        .containsExactly("resources", "status_code", "status_detail", "timezone_offset");
  }

  private static int risk(Severity severity, double times) {
    Finding finding = sample(DetectorKind.BURST_PROBE, severity).finding();
    return json(threat(changed(finding, new Measure("probes", times, 1), 6)))
        .path("risk_score")
        .asInt();
  }

  private static Finding changed(Finding finding, Measure measure, long signals) {
    return new Finding(
        finding.id(),
        finding.detector(),
        finding.severity(),
        finding.subject(),
        finding.firstSeen(),
        finding.lastSeen(),
        signals,
        measure,
        List.of(new EvidenceLine(DetectionPoint.AUTH_FAIL, signals, List.of())),
        finding.explanation());
  }

  private static Threat about(Subject subject) {
    return threat(ThreatSamples.finding(DetectorKind.BURST_PROBE, Severity.MEDIUM, subject));
  }

  private static Threat sample(DetectorKind detector, Severity severity) {
    return ThreatSamples.of(Change.DETECTED, detector, severity, SubjectKind.IP);
  }

  private static Threat threat(Finding finding) {
    return new Threat(
        Change.DETECTED, finding, 1, ThreatSamples.AT, Optional.empty(), OptionalInt.empty());
  }

  private static JsonNode json(Threat threat) {
    return new OcsfDetectionFinding(threat).json();
  }
}
