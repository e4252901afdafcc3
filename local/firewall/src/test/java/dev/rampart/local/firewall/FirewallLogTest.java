package dev.rampart.local.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

/** Log records, member by member as AWS's page "Log fields" names them. */
final class FirewallLogTest {
  private static final String COMMON =
      "[{Name: common, Priority: 1, OverrideAction: {None: {}}, VisibilityConfig: {}, Statement:"
          + " {ManagedRuleGroupStatement: {VendorName: AWS, Name: AWSManagedRulesCommonRuleSet,"
          + " RuleActionOverrides: [{Name: GenericLFI_QUERYARGUMENTS, ActionToUse: {Count:"
          + " {}}}]}}}]";

  private static JsonNode only(TestAcl acl) throws JsonProcessingException {
    assertThat(acl.log).hasSize(1);
    return JsonMapper.builder().build().readTree(acl.log.getFirst());
  }

  @Test
  void a_blocked_request_is_recorded_whole() throws Exception {
    TestAcl acl = TestAcl.with("{Allow: {}}", "", COMMON, "", "");
    assertThat(acl.blocks(TestAcl.post("x".repeat(20_000), "User-Agent: a", "X-B: c"))).isTrue();
    JsonNode record = only(acl);

    assertThat(record.path("timestamp").asLong()).isEqualTo(1_767_225_600_000L);
    assertThat(record.path("formatVersion").asInt()).isEqualTo(1);
    assertThat(record.path("webaclId").asText()).contains(":wafv2:").contains("/webacl/acl/");
    assertThat(record.path("terminatingRuleId").asText()).isEqualTo("common");
    assertThat(record.path("terminatingRuleType").asText()).isEqualTo("MANAGED_RULE_GROUP");
    assertThat(record.path("action").asText()).isEqualTo("BLOCK");
    assertThat(record.path("httpSourceName").asText()).isEqualTo("APIGW");
    assertThat(record.path("httpSourceId").asText()).isEqualTo("1:api:test");
    JsonNode group = record.path("ruleGroupList").path(0);
    assertThat(group.path("ruleGroupId").asText()).isEqualTo("AWS#AWSManagedRulesCommonRuleSet");
    assertThat(group.at("/terminatingRule/ruleId").asText()).isEqualTo("SizeRestrictions_BODY");
    assertThat(group.at("/terminatingRule/action").asText()).isEqualTo("BLOCK");
    assertThat(record.at("/labels/0/name").asText())
        .isEqualTo("awswaf:managed:aws:core-rule-set:SizeRestrictions_Body");
    assertThat(record.at("/httpRequest/clientIp").asText()).isEqualTo("203.0.113.9");
    assertThat(record.at("/httpRequest/country").asText()).isEqualTo("-");
    assertThat(record.at("/httpRequest/uri").asText()).isEqualTo("/");
    assertThat(record.at("/httpRequest/httpMethod").asText()).isEqualTo("POST");
    assertThat(record.at("/httpRequest/httpVersion").asText()).isEqualTo("HTTP/1.1");
    assertThat(record.at("/httpRequest/requestId").asText()).isEqualTo("request-1");
    assertThat(record.at("/httpRequest/headers/1/value").asText()).isEqualTo("c");
    assertThat(record.path("requestBodySize").asInt()).isEqualTo(20_000);
    assertThat(record.path("requestBodySizeInspectedByWAF").asInt()).isEqualTo(16_384);
    assertThat(record.at("/oversizeFields/0").asText()).isEqualTo("REQUEST_BODY");
  }

  @Test
  void an_overridden_rule_tells_what_it_would_have_done() throws Exception {
    TestAcl acl = TestAcl.with("{Allow: {}}", "", COMMON, "", "");
    assertThat(acl.blocks(TestAcl.get("/?a=../../b", "User-Agent: a"))).isFalse();
    JsonNode match = only(acl).at("/ruleGroupList/0/nonTerminatingMatchingRules/0");

    assertThat(match.path("ruleId").asText()).isEqualTo("GenericLFI_QUERYARGUMENTS");
    assertThat(match.path("action").asText()).isEqualTo("COUNT");
    assertThat(match.path("overriddenAction").asText()).isEqualTo("BLOCK");
  }

  @Test
  void a_rate_tells_its_key_and_limit() throws Exception {
    TestAcl acl =
        TestAcl.with(
            "{Allow: {}}",
            "",
            "[{Name: r, Priority: 1, Action: {Block: {}}, VisibilityConfig: {}, Statement:"
                + " {RateBasedStatement: {AggregateKeyType: IP, Limit: 10, EvaluationWindowSec:"
                + " 60}}}]",
            "LoggingFilter: {DefaultBehavior: DROP, Filters: [{Behavior: KEEP, Requirement:"
                + " MEETS_ANY, Conditions: [{ActionCondition: {Action: BLOCK}}]}]}",
            "");
    for (int i = 0; i < 11; i++) {
      acl.judge(TestAcl.get("/"));
    }
    JsonNode record = only(acl);

    assertThat(record.path("terminatingRuleType").asText()).isEqualTo("RATE_BASED");
    assertThat(record.at("/rateBasedRuleList/0/rateBasedRuleName").asText()).isEqualTo("r");
    assertThat(record.at("/rateBasedRuleList/0/limitKey").asText()).isEqualTo("IP");
    assertThat(record.at("/rateBasedRuleList/0/maxRateAllowed").asInt()).isEqualTo(10);
    assertThat(record.at("/rateBasedRuleList/0/limitValue").asText()).isEqualTo("203.0.113.9");
  }

  @Test
  void redacted_fields_are_not_shown() throws Exception {
    TestAcl acl =
        TestAcl.with(
            "{Block: {}}",
            "",
            "[]",
            "RedactedFields: [{SingleHeader: {Name: authorization}}, {QueryString: {}}, {UriPath:"
                + " {}}, {Method: {}}]",
            "");
    acl.judge(TestAcl.get("/secret?secret", "Authorization: secret", "X-A: shown"));

    assertThat(acl.log.getFirst()).doesNotContain("secret").contains("shown");
    assertThat(only(acl).at("/httpRequest/headers/0/value").asText()).isEqualTo("REDACTED");
  }

  @Test
  void injection_tells_where_it_was_found() throws Exception {
    TestAcl acl =
        TestAcl.blocking(
            "{SqliMatchStatement: {FieldToMatch: {QueryString: {}}, TextTransformations:"
                + " [{Priority: 0, Type: URL_DECODE}]}}");
    assertThat(acl.blocks(TestAcl.get("/?a=x'+UNION+SELECT+password+FROM+users+--"))).isTrue();
    JsonNode detail = only(acl).at("/terminatingRuleMatchDetails/0");

    assertThat(detail.path("conditionType").asText()).isEqualTo("SQL_INJECTION");
    assertThat(detail.path("sensitivityLevel").asText()).isEqualTo("LOW");
    assertThat(detail.path("location").asText()).isEqualTo("QUERY_STRING");
  }
}
