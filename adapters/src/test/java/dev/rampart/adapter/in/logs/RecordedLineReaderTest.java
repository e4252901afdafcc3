package dev.rampart.adapter.in.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.tuning.CountReason;
import dev.rampart.domain.detection.tuning.CountedRequest;
import dev.rampart.domain.detection.tuning.CountingRule;
import dev.rampart.domain.detection.tuning.LineSignals;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecordedLineReaderTest {
  private static final String ACCESS =
      """
      {"requestId":"r-1","extendedRequestId":"x-1=","requestTimeEpoch":"1795342530123",
       "sourceIp":"203.0.113.7","httpMethod":"GET","resourcePath":"/v1/submissions/{id}",
       "status":"STATUS","responseType":"-","wafResponseCode":"WAF_ALLOW","principal":"u-1",
       "client":"c-1","apiKeyId":"k-1"}
      """;

  private static final String FUNCTION =
      """
      {"timestamp":"2026-11-24T12:00:00.000Z","message":"request","decision":"refused",
       "point":"SCHEMA_VIOLATION","signals":[SIGNALS]}
      """;

  private static final String SIGNAL =
      """
      {"schemaVersion":1,"signalId":"s-1","observedAt":"2026-11-24T12:00:00.000Z","gate":"input",
       "point":"SCHEMA_VIOLATION","source":{"ip":"203.0.113.7","principal":"66c4a6221ae01025"},
       "request":{},"evidence":{"field":"/title","rule":"too-long"}}
      """;

  private static final String FIREWALL =
      """
      {"timestamp":1795342530123,"formatVersion":1,"webaclId":"a","terminatingRuleId":"Default_Action",
       "terminatingRuleType":"REGULAR","action":"ALLOW","ruleGroupList":[{"ruleGroupId":"AWS#Common",
       "nonTerminatingMatchingRules":[{"ruleId":"Size","action":"COUNT","overriddenAction":"BLOCK"}]}],
       "httpRequest":{"clientIp":"203.0.113.7","uri":"/v1/submissions/7","httpMethod":"GET"}}
      """;

  private static final String SIGN_IN =
      """
      {"eventTimestamp":"1795342530123","eventSource":"USER_ACTIVITY","message":{
       "eventType":"SignIn","eventResponse":"Pass","ipAddress":"203.0.113.7",
       "userSub":"6f1b2c3d-0000-4000-8000-000000000001"}}
      """;

  private final RecordedLineReader reader = new RecordedLineReader(KeyedHash.of("names"));

  private Optional<LineSignals> read(String logGroup, String line) {
    return reader.read(logGroup, "1", line);
  }

  @Test
  void a_function_tells_all_signals_of_a_request() {
    String two = SIGNAL + "," + SIGNAL.replace("s-1", "s-2").replace("/title", "/tags/0");

    LineSignals line = read("/rampart/dev/api", FUNCTION.replace("SIGNALS", two)).orElseThrow();

    assertThat(line.signals())
        .extracting(signal -> signal.id().text())
        .containsExactly("s-1", "s-2");
    assertThat(line.signals().getFirst().source().principal()).contains("66c4a6221ae01025");
    assertThat(line.principal()).isEmpty();
  }

  @Test
  void what_a_function_says_beside_and_signals_that_are_broken_tell_nothing() {
    assertThat(read("/rampart/dev/api", FUNCTION.replace("SIGNALS", ""))).isEmpty();
    assertThat(read("/rampart/dev/api", FUNCTION.replace("SIGNALS", "7,{}"))).isEmpty();
    assertThat(read("/rampart/dev/api", "START")).isEmpty();
    assertThat(read("/rampart/dev/relay", FUNCTION.replace("SIGNALS", SIGNAL))).isEmpty();
  }

  @Test
  void the_gateway_names_the_user_whether_or_not_the_line_is_a_signal() {
    LineSignals got = read("/rampart/dev/access", ACCESS.replace("STATUS", "200")).orElseThrow();
    LineSignals refused =
        read("/rampart/dev/access", ACCESS.replace("STATUS", "404")).orElseThrow();

    assertThat(got.signals()).extracting(Signal::point).containsExactly(DetectionPoint.OBJECT_OK);
    assertThat(refused.signals()).isEmpty();
    assertThat(got.principal()).contains("u-1");
    assertThat(refused.principal()).contains("u-1");
  }

  @Test
  void a_record_of_the_firewall_tells_which_rule_counted() {
    LineSignals line = read("aws-waf-logs-rampart-dev", FIREWALL).orElseThrow();

    CountedRequest counted = line.counted().orElseThrow();
    assertThat(counted.family()).isEqualTo("/v1/submissions/{id}");
    assertThat(counted.blocked()).isFalse();
    assertThat(counted.matches().getFirst().rule())
        .isEqualTo(new CountingRule("AWS#Common", "Size"));
    assertThat(counted.matches().getFirst().reason()).isEqualTo(CountReason.RULE_OVERRIDE);
    assertThat(read("aws-waf-logs-rampart-dev", FIREWALL.replace("COUNT", "ALLOW"))).isEmpty();
  }

  @Test
  void a_sign_in_speaks_for_its_user() {
    LineSignals line = read("/aws/vendedlogs/rampart/dev/sign-in", SIGN_IN).orElseThrow();

    assertThat(line.signals()).extracting(Signal::point).containsExactly(DetectionPoint.AUTH_OK);
    assertThat(line.principal()).contains("6f1b2c3d-0000-4000-8000-000000000001");
  }
}
