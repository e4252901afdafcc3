package dev.rampart.adapter.in.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.adapter.event.EventFiles;
import dev.rampart.adapter.event.SuspiciousRequestV1;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.Sha256;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.Signal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessRecordTest {
  private static final String LINE =
      """
      {"requestId":"r-1","extendedRequestId":"Ed0AiHF_CGYF-DA=","requestTimeEpoch":"1795342530123",
       "sourceIp":"203.0.113.7","userAgent":"curl/8.5.0","httpMethod":"POST",
       "resourcePath":"/v1/submissions","path":"/dev/v1/submissions","protocol":"HTTP/1.1",
       "status":"429","responseType":"THROTTLED","wafStatus":"200","wafResponseCode":"WAF_ALLOW",
       "authorizerStatus":"-","authorizerError":"-","principal":"-","client":"-",
       "apiKeyId":"a1b2c3","responseLength":"300","responseLatency":"3","integrationStatus":"-",
       "integrationLatency":"-"}
      """;

  @ParameterizedTest
  @CsvSource({
    "MISSING_AUTHENTICATION_TOKEN, ROUTE_UNKNOWN, EDGE",
    "RESOURCE_NOT_FOUND, ROUTE_UNKNOWN, EDGE",
    "REQUEST_TOO_LARGE, BODY_TOO_LARGE, EDGE",
    "UNSUPPORTED_MEDIA_TYPE, SCHEMA_VIOLATION, SCHEMA",
    "UNAUTHORIZED, TOKEN_INVALID, TOKEN",
    "EXPIRED_TOKEN, TOKEN_EXPIRED, TOKEN",
    "INVALID_SIGNATURE, TOKEN_INVALID, TOKEN",
    "ACCESS_DENIED, SCOPE_DENIED, TOKEN",
    "INVALID_API_KEY, API_KEY_UNKNOWN, PLAN",
    "THROTTLED, THROTTLED, PLAN",
    "QUOTA_EXCEEDED, QUOTA_EXCEEDED, PLAN",
    "BAD_REQUEST_BODY, SCHEMA_VIOLATION, SCHEMA",
    "BAD_REQUEST_PARAMETERS, SCHEMA_VIOLATION, SCHEMA",
  })
  void each_refusal_of_the_gateway_is_a_signal(String type, DetectionPoint point, Gate gate) {
    Signal signal = read(line -> line.put("responseType", type)).orElseThrow();
    assertThat(signal.point()).isEqualTo(point);
    assertThat(signal.gate()).isEqualTo(gate);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "",
        "DEFAULT_5XX",
        "INTEGRATION_FAILURE",
        "INTEGRATION_TIMEOUT",
        "AUTHORIZER_FAILURE",
        "API_CONFIGURATION_ERROR",
        "WAF_FILTERED",
        "SOMETHING_NEW"
      })
  void what_the_gateway_did_not_refuse_or_cannot_help_is_none(String type) {
    assertThat(read(line -> line.put("responseType", type))).isEmpty();
  }

  @Test
  void a_request_that_the_firewall_refused_is_left_to_the_firewalls_own_record() {
    assertThat(
            read(
                line ->
                    line.put("responseType", "MISSING_AUTHENTICATION_TOKEN")
                        .put("wafResponseCode", "WAF_BLOCK")))
        .isEmpty();
  }

  @Test
  void what_the_gateway_knows_stands_in_the_signal() {
    Signal signal = read(_ -> {}).orElseThrow();
    assertThat(signal.observedAt()).isEqualTo(Instant.parse("2026-11-22T10:15:30.123Z"));
    assertThat(signal.source().address()).contains(new IpAddress("203.0.113.7"));
    assertThat(signal.source().principal()).isEmpty();
    assertThat(signal.source().apiKeyId()).contains("a1b2c3");
    assertThat(signal.request().requestId()).contains("r-1");
    assertThat(signal.request().route()).contains("/v1/submissions");
    assertThat(signal.request().status()).hasValue(429);
  }

  @Test
  void nothing_that_the_client_wrote_stands_in_the_signal() {
    Signal signal =
        read(line ->
                line.put("responseType", "MISSING_AUTHENTICATION_TOKEN")
                    .put("userAgent", "secret-agent")
                    .put("path", "/secret-path")
                    .put("httpMethod", "secret-method"))
            .orElseThrow();
    assertThat(new SuspiciousRequestV1(signal).json().toString()).doesNotContain("secret");
    assertThat(signal.request().resourceId()).contains(Sha256.shortHex("/secret-path"));
  }

  @Test
  void two_unknown_paths_are_two_resources() {
    assertThat(path("/a").request().resourceId())
        .isEqualTo(path("/a").request().resourceId())
        .isNotEqualTo(path("/b").request().resourceId());
  }

  @ParameterizedTest
  @CsvSource({
    "/dev/.env, secrets",
    "/.git/config, repository",
    "/WP-ADMIN/setup.php, administration",
    "/index.php, code",
    "/backup.tar, backup",
    "/a/%2E%2e/etc/passwd, traversal",
  })
  void a_path_that_only_scanners_ask_for_says_its_class(String path, String rule) {
    Signal signal = path(path);
    assertThat(signal.point()).isEqualTo(DetectionPoint.SENSITIVE_PATH);
    assertThat(signal.evidence().rule()).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/submission", "/v1/submissions/1/2", "/environment", "/robots.txt"})
  void a_path_that_anybody_may_mistype_is_merely_unknown(String path) {
    assertThat(path(path).point()).isEqualTo(DetectionPoint.ROUTE_UNKNOWN);
  }

  @Test
  void a_good_token_without_the_scope_is_told_from_a_bad_one() {
    assertThat(
            read(line -> line.put("responseType", "UNAUTHORIZED").put("principal", "sub-1"))
                .orElseThrow()
                .point())
        .isEqualTo(DetectionPoint.SCOPE_DENIED);
    assertThat(
            read(line ->
                    line.put("responseType", "UNAUTHORIZED")
                        .put("authorizerError", "The incoming token has expired"))
                .orElseThrow()
                .point())
        .isEqualTo(DetectionPoint.TOKEN_EXPIRED);
  }

  @Test
  void requests_that_chose_the_same_id_are_told_apart_by_the_gateways_own() {
    Signal one = read(_ -> {}).orElseThrow();
    assertThat(read(line -> line.put("extendedRequestId", "other")).orElseThrow().id())
        .isNotEqualTo(one.id());
    assertThat(read(line -> line.put("requestId", "other")).orElseThrow().id()).isEqualTo(one.id());
  }

  @Test
  void a_line_without_time_or_id_is_malformed_and_odd_values_are_left_out() {
    assertThat(reading(line -> line.put("requestTimeEpoch", "-")))
        .isInstanceOf(LogLineOutcome.Rejected.class);
    assertThat(reading(line -> line.put("requestTimeEpoch", "9".repeat(30))))
        .isInstanceOf(LogLineOutcome.Rejected.class);
    assertThat(reading(line -> line.put("requestId", "-").put("extendedRequestId", "-")))
        .isInstanceOf(LogLineOutcome.Rejected.class);
    Signal odd =
        read(line ->
                line.put("sourceIp", "test-invoke-source-ip")
                    .put("status", "999")
                    .put("principal", "p".repeat(500)))
            .orElseThrow();
    assertThat(odd.source().address()).isEmpty();
    assertThat(odd.request().status()).isEmpty();
    assertThat(odd.source().principal().orElseThrow()).hasSize(128);
  }

  private static Signal path(String path) {
    return read(line -> line.put("responseType", "RESOURCE_NOT_FOUND").put("path", path))
        .orElseThrow();
  }

  private static Optional<Signal> read(Consumer<ObjectNode> change) {
    return reading(change) instanceof LogLineOutcome.Suspicious(Signal signal)
        ? Optional.of(signal)
        : Optional.empty();
  }

  private static LogLineOutcome reading(Consumer<ObjectNode> change) {
    ObjectNode line = (ObjectNode) EventFiles.parse(LINE);
    change.accept(line);
    return new AccessRecord(line).read();
  }
}
