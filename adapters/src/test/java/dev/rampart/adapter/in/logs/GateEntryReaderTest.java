package dev.rampart.adapter.in.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.GateLog;
import dev.rampart.domain.detection.trail.RequestOutcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GateEntryReaderTest {
  private static final String ACCESS =
      """
      {"requestId":"r-1","extendedRequestId":"x-1=","requestTimeEpoch":"1795342530123",
       "sourceIp":"203.0.113.7","userAgent":"canary","httpMethod":"POST",
       "resourcePath":"/v1/submissions","path":"/v1/canary","status":"STATUS",
       "responseType":"TYPE","wafResponseCode":"WAF","principal":"u-1","client":"c-1",
       "apiKeyId":"k-1"}
      """;

  private static final String FUNCTION =
      """
      {"timestamp":"2026-11-24T12:00:00.000Z","level":"INFO","requestId":"r-1",
       "sourceIp":"203.0.113.7","client":"c-1","subjectHash":"aa","method":"POST",
       "route":"/v1/submissions","status":422,"decision":"refused","gate":"inspection",
       "problem":"urn:rampart:problem:injection-suspected","point":"INJECTION_SQL",
       "field":"/description"}
      """;

  private static Optional<GateEntry> access(String status, String type, String waf) {
    return GateEntryReader.read(
        "/rampart/dev/access",
        "1",
        ACCESS.replace("STATUS", status).replace("TYPE", type).replace("WAF", waf));
  }

  @Test
  void the_gateway_tells_of_every_request_who_sent_it() {
    GateEntry entry = access("201", "-", "WAF_ALLOW").orElseThrow();

    assertThat(entry.log()).isEqualTo(GateLog.ACCESS);
    assertThat(entry.outcome()).isEqualTo(RequestOutcome.PASSED);
    assertThat(entry.isConclusive()).isTrue();
    assertThat(entry.uniqueId()).contains("x-1=");
    assertThat(entry.request().requestId()).contains("r-1");
    assertThat(entry.request().status()).hasValue(201);
    assertThat(entry.source().principal()).contains("u-1");
    assertThat(entry.toString()).doesNotContain("canary");
  }

  @Test
  void the_gateway_knows_why_only_of_its_own_refusals() {
    GateEntry own = access("429", "THROTTLED", "WAF_ALLOW").orElseThrow();
    assertThat(own.reason().gate()).contains(Gate.PLAN);
    assertThat(own.reason().point()).contains(DetectionPoint.THROTTLED);
    assertThat(own.isConclusive()).isTrue();
    GateEntry firewall = access("403", "ACCESS_DENIED", "WAF_BLOCK").orElseThrow();
    assertThat(firewall.reason().gate()).contains(Gate.WAF);
    assertThat(firewall.isConclusive()).isFalse();
    GateEntry function = access("422", "-", "WAF_ALLOW").orElseThrow();
    assertThat(function.outcome()).isEqualTo(RequestOutcome.REFUSED);
    assertThat(function.reason().gate()).isEmpty();
    assertThat(function.isConclusive()).isFalse();
    GateEntry broken = access("504", "INTEGRATION_TIMEOUT", "WAF_ALLOW").orElseThrow();
    assertThat(broken.outcome()).isEqualTo(RequestOutcome.FAILED);
    assertThat(broken.reason().gate()).contains(Gate.DEPENDENCY);
  }

  @Test
  void a_function_tells_gate_point_field_and_problem() {
    GateEntry entry = GateEntryReader.read("/rampart/dev/api", "1", FUNCTION).orElseThrow();

    assertThat(entry.log()).isEqualTo(GateLog.FUNCTION);
    assertThat(entry.outcome()).isEqualTo(RequestOutcome.REFUSED);
    assertThat(entry.reason().gate()).contains(Gate.INSPECTION);
    assertThat(entry.reason().point()).contains(DetectionPoint.INJECTION_SQL);
    assertThat(entry.reason().field()).contains("/description");
    assertThat(entry.reason().problem()).contains("urn:rampart:problem:injection-suspected");
    assertThat(GateEntryReader.read("/rampart/dev/security", "1", FUNCTION)).contains(entry);
    assertThat(GateEntryReader.read("/rampart/dev/monitoring", "1", FUNCTION)).contains(entry);
  }

  @Test
  void a_request_that_passed_is_counted_once() {
    String passed = FUNCTION.replace("refused", "allowed").replace("\"gate\":\"inspection\",", "");
    GateEntry entry = GateEntryReader.read("/rampart/dev/api", "1", passed).orElseThrow();

    assertThat(entry.outcome()).isEqualTo(RequestOutcome.PASSED);
    assertThat(entry.isConclusive()).isFalse();
  }

  @Test
  void other_lines_and_other_logs_say_nothing() {
    assertThat(GateEntryReader.read("/rampart/dev/api", "1", "{\"message\":\"started\"}"))
        .isEmpty();
    assertThat(GateEntryReader.read("/rampart/dev/api", "1", "not JSON")).isEmpty();
    assertThat(GateEntryReader.read("/rampart/dev/relay", "1", FUNCTION)).isEmpty();
  }

  @Test
  void a_block_of_our_own_list_is_told_by_its_rule() {
    String line =
        """
        {"timestamp":1795342530123,"formatVersion":1,"webaclId":"a",
         "terminatingRuleId":"BlockedAddresses","terminatingRuleType":"REGULAR","action":"BLOCK",
         "httpRequest":{"clientIp":"203.0.113.7","requestId":"x-1=","httpMethod":"GET","uri":"/"}}
        """;
    GateEntry entry = GateEntryReader.read("aws-waf-logs-dev", "1", line).orElseThrow();

    assertThat(entry.outcome()).isEqualTo(RequestOutcome.REFUSED);
    assertThat(entry.reason().gate()).contains(Gate.WAF);
    assertThat(entry.reason().rule()).contains("BlockedAddresses");
    assertThat(entry.uniqueId()).contains("x-1=");
    String allowed =
        line.replace("\"BLOCK\"", "\"ALLOW\"").replace("BlockedAddresses", "Default_Action");
    assertThat(GateEntryReader.read("aws-waf-logs-dev", "1", allowed)).isEmpty();
  }
}
