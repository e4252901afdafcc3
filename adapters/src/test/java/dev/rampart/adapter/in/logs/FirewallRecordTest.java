package dev.rampart.adapter.in.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.adapter.event.EventFiles;
import dev.rampart.adapter.event.SuspiciousRequestV1;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.rejection.RejectionReason;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.TlsFingerprint;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FirewallRecordTest {
  private static final String BLOCKED_IN_A_GROUP =
      """
      {"timestamp": 1795342530123, "formatVersion": 1,
       "webaclId": "arn:aws:wafv2:eu-west-1:000000000000:regional/webacl/rampart-dev/1",
       "terminatingRuleId": "SqlInjection", "terminatingRuleType": "MANAGED_RULE_GROUP",
       "action": "BLOCK", "terminatingRuleMatchDetails": [
         {"conditionType": "SQL_INJECTION", "location": "QUERY_STRING",
          "matchedData": ["secret1", "OR", "1"]}],
       "httpSourceName": "APIGW", "httpSourceId": "000000000000:abc:dev",
       "ruleGroupList": [
         {"ruleGroupId": "AWS#AWSManagedRulesSQLiRuleSet",
          "terminatingRule": {"ruleId": "SQLi_QUERYARGUMENTS", "action": "BLOCK",
            "ruleMatchDetails": null},
          "nonTerminatingMatchingRules": [], "excludedRules": null}],
       "rateBasedRuleList": [], "nonTerminatingMatchingRules": [],
       "requestHeadersInserted": null, "responseCodeSent": null,
       "httpRequest": {"clientIp": "203.0.113.7", "country": "IE", "headers": [
           {"name": "User-Agent", "value": "secret agent"}],
         "uri": "/secret", "args": "q=secret1", "httpVersion": "HTTP/1.1", "httpMethod": "GET",
         "requestId": "Ed0AiHF_CGYF-DA="}}
      """;

  @Test
  void a_block_says_which_rule_of_which_group_and_from_where() {
    Signal signal = read(_ -> {}).orElseThrow();
    assertThat(signal.gate()).isEqualTo(Gate.WAF);
    assertThat(signal.point()).isEqualTo(DetectionPoint.WAF_RULE);
    assertThat(signal.evidence().rule()).contains("SqlInjection/SQLi_QUERYARGUMENTS");
    assertThat(signal.evidence().field()).contains("QUERY_STRING");
    assertThat(signal.evidence().attackClass()).contains("sqli");
    assertThat(signal.source().address()).contains(new IpAddress("203.0.113.7"));
    assertThat(signal.request().requestId()).contains("Ed0AiHF_CGYF-DA=");
    assertThat(signal.request().method()).contains("GET");
  }

  @Test
  void nothing_that_the_client_wrote_stands_in_the_signal() {
    String json = new SuspiciousRequestV1(read(_ -> {}).orElseThrow()).json().toString();
    assertThat(json).doesNotContain("secret").contains("\"excerpt\":\"… … …\"");
  }

  @ParameterizedTest
  @ValueSource(strings = "BlockedAddresses")
  void a_block_of_our_own_is_no_evidence(String rule) {
    assertThat(read(record -> record.put("terminatingRuleId", rule))).isEmpty();
  }

  @Test
  void the_rate_rule_and_the_size_rule_have_points_of_their_own() {
    assertThat(
            point(
                record ->
                    record
                        .put("terminatingRuleId", "RatePerAddress")
                        .put("terminatingRuleType", "RATE_BASED")))
        .contains(DetectionPoint.WAF_RATE);
    assertThat(
            point(
                record ->
                    record
                        .put("terminatingRuleId", "BodyTooLarge")
                        .put("terminatingRuleType", "REGULAR")))
        .contains(DetectionPoint.BODY_TOO_LARGE);
  }

  @Test
  void a_rule_of_a_group_that_counts_requests_is_a_rate_rule_too() {
    Consumer<ObjectNode> inGroup =
        record ->
            record
                .putArray("rateBasedRuleList")
                .addObject()
                .put("rateBasedRuleName", "SQLi_QUERYARGUMENTS")
                .put("limitKey", "CUSTOMKEYS")
                .putArray("customValues")
                .addObject()
                .put("key", "HEADER")
                .put("name", "x-secret")
                .put("value", "secret");
    Signal signal = read(inGroup).orElseThrow();
    assertThat(signal.point()).isEqualTo(DetectionPoint.WAF_RATE);
    assertThat(signal.toString()).doesNotContain("secret");
  }

  @Test
  void the_network_and_the_tls_fingerprint_of_a_client_are_passed_on_if_they_are_known() {
    assertThat(read(_ -> {}).orElseThrow().source().fingerprint()).isEmpty();
    Consumer<ObjectNode> known =
        record ->
            record
                .put("ja3Fingerprint", "0123456789abcdef0123456789abcdef")
                .put("ja4Fingerprint", "t13d1516h2_8daaf6152771_02713d6af862")
                .put("clientAsn", 64_496);
    Source source = read(known).orElseThrow().source();
    assertThat(source.fingerprint())
        .contains(new TlsFingerprint.Ja4("t13d1516h2_8daaf6152771_02713d6af862"));
    assertThat(source.asn()).hasValue(64_496);

    Source older =
        read(known.andThen(record -> record.putNull("ja4Fingerprint").put("clientAsn", "64497")))
            .orElseThrow()
            .source();
    assertThat(older.fingerprint())
        .contains(new TlsFingerprint.Ja3("0123456789abcdef0123456789abcdef"));
    assertThat(older.asn()).hasValue(64_497);

    Source odd =
        read(record ->
                record
                    .put("ja3Fingerprint", "secret")
                    .put("ja4Fingerprint", "secret")
                    .put("clientAsn", 0))
            .orElseThrow()
            .source();
    assertThat(odd.fingerprint()).isEmpty();
    assertThat(odd.asn()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2001:DB8:0:0::7, 2001:db8::7",
    "::ffff:203.0.113.7, 203.0.113.7",
    "fe80::1%eth0, ''",
    "'[2001:db8::7]', ''",
    "'203.0.113.7, 198.51.100.9', ''",
    "X.X.X.X, ''"
  })
  void an_address_is_one_literal_in_one_spelling_or_none(String written, String read) {
    assertThat(
            read(record -> record.withObject("/httpRequest").put("clientIp", written))
                .orElseThrow()
                .source()
                .address()
                .map(IpAddress::text)
                .orElse(""))
        .isEqualTo(read);
  }

  @Test
  void what_has_not_the_form_of_a_name_of_a_rule_is_left_out() {
    Signal odd =
        read(record -> record.put("terminatingRuleId", "secret rule, or what a client wrote"))
            .orElseThrow();
    assertThat(odd.point()).isEqualTo(DetectionPoint.WAF_RULE);
    assertThat(odd.evidence().rule()).isEmpty();
  }

  @Test
  void what_a_page_of_another_site_had_a_browser_send_is_a_point_of_its_own() {
    for (String site : List.of("cross-site", "same-origin", "none")) {
      assertThat(
              point(
                  record ->
                      ((ArrayNode) record.path("httpRequest").path("headers"))
                          .addObject()
                          .put("name", "sec-fetch-site")
                          .put("value", site)))
          .contains(
              site.equals("cross-site") ? DetectionPoint.WAF_CROSS_SITE : DetectionPoint.WAF_RULE);
    }
  }

  @Test
  void a_challenge_that_stopped_a_request_is_one_that_failed() {
    assertThat(point(record -> record.put("action", "CAPTCHA")))
        .contains(DetectionPoint.WAF_CHALLENGE_FAILED);
    assertThat(point(record -> record.put("action", "CHALLENGE")))
        .contains(DetectionPoint.WAF_CHALLENGE_FAILED);
  }

  @Test
  void a_rule_that_counts_by_its_own_default_is_a_match_and_a_request_without_any_is_none() {
    Signal counted =
        read(record -> {
              allowed(record);
              ObjectNode group = (ObjectNode) record.path("ruleGroupList").path(0);
              group
                  .putArray("nonTerminatingMatchingRules")
                  .addObject()
                  .put("ruleId", "AWSManagedIPDDoSList")
                  .put("action", "COUNT");
            })
            .orElseThrow();
    assertThat(counted.point()).isEqualTo(DetectionPoint.WAF_COUNT_MATCH);
    assertThat(counted.evidence().rule()).contains("AWSManagedIPDDoSList");
    assertThat(read(FirewallRecordTest::allowed)).isEmpty();
  }

  @Test
  void a_rule_that_the_web_acl_sets_to_count_is_no_evidence() {
    assertThat(
            read(
                record -> {
                  allowed(record);
                  ObjectNode group = (ObjectNode) record.path("ruleGroupList").path(0);
                  group
                      .putArray("nonTerminatingMatchingRules")
                      .addObject()
                      .put("ruleId", "SizeRestrictions_BODY")
                      .put("action", "COUNT")
                      .put("overriddenAction", "BLOCK");
                }))
        .isEmpty();
    assertThat(
            read(
                record -> {
                  allowed(record);
                  record
                      .putArray("nonTerminatingMatchingRules")
                      .addObject()
                      .put("ruleId", "OnTrial")
                      .put("action", "COUNT");
                }))
        .isEmpty();
    assertThat(
            read(
                record -> {
                  allowed(record);
                  ObjectNode group = (ObjectNode) record.path("ruleGroupList").path(0);
                  group
                      .putArray("excludedRules")
                      .addObject()
                      .put("ruleId", "CrossSiteScripting_BODY")
                      .put("exclusionType", "EXCLUDED_AS_COUNT");
                }))
        .isEmpty();
  }

  @Test
  void nulls_and_absent_members_are_no_obstacle() {
    Signal bare =
        read(record -> {
              record.putNull("ruleGroupList");
              record.putNull("terminatingRuleMatchDetails");
              record.remove("nonTerminatingMatchingRules");
              record.putObject("httpRequest");
            })
            .orElseThrow();
    assertThat(bare.evidence().rule()).contains("SqlInjection");
    assertThat(bare.source().address()).isEmpty();
  }

  @Test
  void a_record_without_time_or_request_is_malformed() {
    assertThat(reading(record -> record.remove("timestamp"), "line-1"))
        .isInstanceOf(LogLineOutcome.Rejected.class);
    assertThat(reading(record -> record.remove("httpRequest"), "line-1"))
        .isInstanceOf(LogLineOutcome.Rejected.class);
    assertThat(reading(_ -> {}, "")).isInstanceOf(LogLineOutcome.Rejected.class);
    assertThat(reading(record -> record.put("timestamp", 1_795_342_530L), "line-1"))
        .isInstanceOf(LogLineOutcome.Rejected.class);
    assertThat(reading(record -> record.put("formatVersion", 2), "line-1"))
        .isEqualTo(new LogLineOutcome.Rejected(RejectionReason.UNKNOWN_VERSION));
    assertThat(read(record -> record.putNull("formatVersion"))).isPresent();
  }

  @Test
  void one_line_is_one_signal_however_often_it_is_read() {
    assertThat(reading(_ -> {}, "line-1")).isEqualTo(reading(_ -> {}, "line-1"));
    assertThat(reading(_ -> {}, "line-2")).isNotEqualTo(reading(_ -> {}, "line-1"));
  }

  private static void allowed(ObjectNode record) {
    record.put("action", "ALLOW").put("terminatingRuleId", "Default_Action");
    record.putArray("terminatingRuleMatchDetails");
    ((ObjectNode) record.path("ruleGroupList").path(0)).putNull("terminatingRule");
  }

  private static Optional<DetectionPoint> point(Consumer<ObjectNode> change) {
    return read(change).map(Signal::point);
  }

  private static Optional<Signal> read(Consumer<ObjectNode> change) {
    return reading(change, "line-1") instanceof LogLineOutcome.Suspicious(Signal signal)
        ? Optional.of(signal)
        : Optional.empty();
  }

  private static LogLineOutcome reading(Consumer<ObjectNode> change, String lineId) {
    ObjectNode record = (ObjectNode) EventFiles.parse(BLOCKED_IN_A_GROUP);
    change.accept(record);
    return new FirewallRecord(record).read(lineId);
  }
}
