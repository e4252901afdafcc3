package dev.rampart.adapter.out.eventbridge.ocsf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.adapter.event.EventFiles;
import dev.rampart.adapter.event.ThreatSamples;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.finding.Threat.Change;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The validator refuses what the schema does not allow; a valid finding is changed in one place.
 */
final class OcsfValidatorTest {
  private static final String INFO = "/finding_info";

  private final OcsfValidator validator = new OcsfValidator();
  private final ObjectNode finding =
      new OcsfDetectionFinding(
              ThreatSamples.of(
                  Change.DETECTED, DetectorKind.GLOBAL_RATE, Severity.HIGH, SubjectKind.API_KEY))
          .json();

  @Test
  void the_finding_that_the_others_are_made_of_is_valid() {
    assertThat(validator.faults(finding)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/activity_id",
        "/category_uid",
        "/class_uid",
        "/finding_info",
        "/metadata",
        "/severity_id",
        "/time",
        "/type_uid",
        "/metadata/product",
        "/metadata/version",
        "/finding_info/uid",
        "/finding_info/analytic/type_id",
        "/anomaly_analyses/0/anomalies",
        "/anomaly_analyses/0/analysis_targets/0/name",
        "/observables/0/type_id"
      })
  void a_required_attribute_may_not_be_missing(String place) {
    parent(place).remove(name(place));

    assertThat(validator.faults(finding)).anyMatch(fault -> fault.contains("is required"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/time | \"2026-11-22T10:15:30Z\" | is no timestamp_t",
        "/time | 1795342530 | is no timestamp_t",
        "/start_time | 1795342530123.0 | is no timestamp_t",
        "/risk_score | 4294967296 | is no integer_t",
        "/risk_score | \"82\" | is no integer_t",
        "/is_alert | 1 | is no boolean_t",
        "/message | null | is no string_t",
        "/finding_info/title | 7 | is no string_t",
        "/evidences/0/src_endpoint | {\"ip\": \"203.0.113.0/24\"} | is no ip_t",
        "/evidences/0/src_endpoint | {\"ip\": \"localhost\"} | is no ip_t",
        "/evidences/0/src_endpoint | {\"ip\": \"10.0.0.1\", \"port\": 65536} | is no port_t",
        "/evidences/0/src_endpoint | {\"ip\": \"10.0.0.1\", \"mac\": \"x\"} | is no mac_t",
        "/metadata | [] | is no object",
        "/evidences | {} | is an array or is not",
        "/message | [\"one\"] | is an array or is not"
      })
  void a_value_of_another_type_is_refused(String place, String json, String fault) {
    put(place, json);

    assertThat(validator.faults(finding)).anyMatch(it -> it.contains(fault));
  }

  @ParameterizedTest
  @CsvSource({
    "/severity_id, 7",
    "/status_id, 12",
    "/confidence_id, 4",
    "/class_uid, 2001",
    "/category_uid, 3",
    "/type_uid, 200404",
    "/finding_info/analytic/type_id, 12",
    "/observables/0/type_id, 500"
  })
  void a_value_that_the_enumeration_does_not_have_is_refused(String place, String json) {
    put(place, json);

    assertThat(validator.faults(finding)).anyMatch(fault -> fault.contains("is none of"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/colour",
        "/finding_info/detector",
        "/metadata/product/edition",
        "/evidences/0/subject",
        "/finding_info/attacks/0/technique/id"
      })
  void an_attribute_that_the_schema_does_not_have_is_refused(String place) {
    put(place, "\"x\"");

    assertThat(validator.faults(finding)).anyMatch(fault -> fault.contains("is unknown"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/evidences/0 | {\"name\": \"x\"}",
        "/evidences/0/actor | {}",
        "/metadata/product | {\"version\": \"1\"}",
        "/finding_info/analytic | {\"type_id\": 1}",
        "/finding_info/attacks/0 | {\"version\": \"17.0\"}",
        "/finding_info/attacks/0/tactic | {}"
      })
  void at_least_one_of_those_that_are_named_has_to_be_there(String place, String json) {
    put(place, json);

    assertThat(validator.faults(finding)).anyMatch(fault -> fault.contains("has none of"));
  }

  @Test
  void of_those_of_which_just_one_may_be_there_neither_none_nor_two_may() {
    OcsfDefinition either =
        OcsfDefinition.read(
            EventFiles.parse("{\"constraints\": {\"just_one\": [\"name\", \"uid\"]}}"));

    assertThat(either.brokenBy(Set.of("name", "other"))).isEmpty();
    assertThat(either.brokenBy(Set.of("other"))).isPresent();
    assertThat(either.brokenBy(Set.of("name", "uid"))).isPresent();
  }

  @Test
  void what_belongs_to_a_profile_needs_the_profile() {
    finding.put("action_id", 1).put("disposition_id", 15);
    assertThat(validator.faults(finding)).hasSize(2).allMatch(it -> it.contains("of a profile"));

    ((ArrayNode) finding.at("/metadata/profiles")).add("security_control");
    assertThat(validator.faults(finding)).isEmpty();
  }

  @Test
  void a_profile_brings_its_required_attributes_and_has_to_be_one_of_the_class() {
    ArrayNode profiles = (ArrayNode) finding.at("/metadata/profiles");
    profiles.add("osint");
    assertThat(validator.faults(finding)).containsExactly("osint is required");

    profiles.removeAll().add("trace");
    assertThat(validator.faults(finding))
        .containsExactly("metadata.profiles are not of this class");
  }

  @Test
  void what_is_deprecated_or_not_known_here_is_refused() {
    put(INFO + "/product_uid", "\"x\"");
    put("/device", "{\"type_id\": 0}");

    assertThat(validator.faults(finding))
        .containsExactlyInAnyOrder(
            "finding_info.product_uid is deprecated", "device has no definition here: device");
  }

  @Test
  void a_value_in_words_is_the_one_in_numbers() {
    finding.put("severity", "High").put("status", "Resolved");

    assertThat(validator.faults(finding)).containsExactly("status_id is not called \"Resolved\"");
  }

  @ParameterizedTest
  @CsvSource({"/type_uid, 200402, type_uid", "/metadata/version, '\"1.5.0\"', metadata.version"})
  void the_type_is_of_class_and_activity_and_the_version_is_the_one_of_the_schema(
      String place, String json, String fault) {
    put(place, json);

    assertThat(validator.faults(finding)).singleElement().asString().startsWith(fault);
  }

  private void put(String place, String json) {
    int last = place.lastIndexOf('/');
    String name = name(place);
    if (finding.at(place.substring(0, last)) instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), EventFiles.parse(json));
    } else {
      parent(place).set(name, EventFiles.parse(json));
    }
  }

  private ObjectNode parent(String place) {
    return (ObjectNode) finding.at(place.substring(0, place.lastIndexOf('/')));
  }

  private static String name(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }
}
