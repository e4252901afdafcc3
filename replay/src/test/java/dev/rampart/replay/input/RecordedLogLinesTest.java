package dev.rampart.replay.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordedLogLinesTest {
  private static final String BLOCKED =
      """
      {"timestamp":1795342530123,"formatVersion":1,"webaclId":"acl","terminatingRuleId":"rampart-sqli",\
      "terminatingRuleType":"REGULAR","action":"BLOCK","httpRequest":{"clientIp":"203.0.113.7",\
      "uri":"/v1/submissions","httpMethod":"POST","requestId":"r-1"}}\
      """;
  private static final String REFUSED =
      """
      {"requestTimeEpoch":"1795342530123","requestId":"r-2","sourceIp":"203.0.113.7","httpMethod":"GET",\
      "status":"403","responseType":"INVALID_API_KEY"}\
      """;
  private static final String SIGN_IN =
      """
      {"eventTimestamp":"1795342530123","eventSource":"USER_ACTIVITY","message":{"eventType":"SignIn",\
      "eventResponse":"Fail","ipAddress":"203.0.113.7"}}\
      """;
  private static final String FUNCTION =
      """
      {"message":"refused","signal":{"schemaVersion":1,"signalId":"s-1",\
      "observedAt":"2026-11-22T10:15:30.123Z","gate":"inspection","point":"INJECTION_SQL"}}\
      """;

  @Test
  void records_of_each_log_are_told_apart_by_their_members() {
    assertThat(points(BLOCKED)).containsExactly(DetectionPoint.WAF_RULE);
    assertThat(points(REFUSED)).containsExactly(DetectionPoint.API_KEY_UNKNOWN);
    assertThat(points(SIGN_IN)).containsExactly(DetectionPoint.AUTH_FAIL);
    assertThat(points(FUNCTION)).containsExactly(DetectionPoint.INJECTION_SQL);
    assertThat(points(BLOCKED.replace("BLOCK", "ALLOW"))).isEmpty();
  }

  @Test
  void an_export_has_the_time_in_front_of_each_record() {
    assertThat(points("2026-11-22T10:15:30.123Z " + BLOCKED))
        .containsExactly(DetectionPoint.WAF_RULE);
  }

  @Test
  void a_delivery_of_a_subscription_holds_many_lines() {
    ObjectNode delivery = JsonNodeFactory.instance.objectNode().put("messageType", "DATA_MESSAGE");
    delivery.putArray("logEvents").addObject().put("id", "1").put("message", BLOCKED);
    delivery.withArray("logEvents").addObject().put("id", "2").put("message", "not a record");
    delivery.withArray("logEvents").addObject().put("id", "3").put("message", REFUSED);
    assertThat(points(delivery.toString()))
        .containsExactly(DetectionPoint.WAF_RULE, DetectionPoint.API_KEY_UNKNOWN);
  }

  @Test
  void a_record_of_a_delivery_far_ahead_of_its_first_is_left_out() {
    ObjectNode delivery = JsonNodeFactory.instance.objectNode().put("messageType", "DATA_MESSAGE");
    delivery.putArray("logEvents").addObject().put("id", "1").put("message", BLOCKED);
    delivery
        .withArray("logEvents")
        .addObject()
        .put("id", "2")
        .put("message", REFUSED.replace("1795342530123", "4070908800000"));
    assertThat(points(delivery.toString())).containsExactly(DetectionPoint.WAF_RULE);
  }

  @Test
  void a_probe_of_a_subscription_concerns_nobody() {
    String probe =
        """
        {"messageType":"CONTROL_MESSAGE","owner":"CloudwatchLogs","logGroup":"","logStream":"",\
        "subscriptionFilters":[],"logEvents":[{"id":"","timestamp":1795342530123,\
        "message":"CWL CONTROL MESSAGE: Checking health of destination Firehose."}]}\
        """;
    assertThat(RecordedLine.read(probe, "f", 1)).isEqualTo(LineOutcome.Read.nothing());
    assertThat(RecordedLine.read(probe.replace("CONTROL_MESSAGE", "DATA_MESSAGE"), "f", 1))
        .isInstanceOf(LineOutcome.NotUnderstood.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {BLOCKED, REFUSED, SIGN_IN, FUNCTION})
  void a_record_has_its_time_whether_it_is_a_signal_or_not(String line) {
    Instant at = Instant.parse("2026-11-22T10:15:30.123Z");
    String harmless =
        line.replace("BLOCK", "ALLOW").replace("INVALID_API_KEY", "-").replace("Fail", "-");
    assertThat(((LineOutcome.Read) RecordedLine.read(line, "f", 1)).at()).contains(at);
    assertThat(((LineOutcome.Read) RecordedLine.read(harmless, "f", 1)).at()).contains(at);
  }

  @Test
  void records_of_the_firewall_are_kept_with_their_line() {
    assertThat(((LineOutcome.Read) RecordedLine.read(BLOCKED, "f", 1)).firewallRecords())
        .hasSize(1);
    assertThat(((LineOutcome.Read) RecordedLine.read(REFUSED, "f", 1)).firewallRecords()).isEmpty();
  }

  @Test
  void a_record_that_its_log_would_not_hold_is_not_understood() {
    assertThat(RecordedLine.read(BLOCKED.replace("1795342530123", "\"soon\""), "f", 1))
        .isEqualTo(new LineOutcome.NotUnderstood("no-time"));
  }

  private static List<DetectionPoint> points(String line) {
    return ((LineOutcome.Read) RecordedLine.read(line, "f", 1))
        .signals().stream().map(Signal::point).toList();
  }
}
