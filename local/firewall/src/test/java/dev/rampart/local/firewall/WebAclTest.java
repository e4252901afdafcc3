package dev.rampart.local.firewall;

import static dev.rampart.local.firewall.TestAcl.get;
import static dev.rampart.local.firewall.TestAcl.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.firewall.engine.FirewallVerdict;
import dev.rampart.local.firewall.group.RuleAction;
import dev.rampart.local.protocol.http.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules in their order, their actions, labels and groups. */
final class WebAclTest {
  private static final String PATH =
      "{ByteMatchStatement: {FieldToMatch: {UriPath: {}}, SearchString: %s, PositionalConstraint:"
          + " CONTAINS, TextTransformations: [{Priority: 0, Type: NONE}]}}";

  private static String rule(String name, int priority, String action, String more, String path) {
    return "{Name: %s, Priority: %d, Action: {%s}, %s VisibilityConfig: {}, Statement: %s}"
        .formatted(name, priority, action, more, PATH.formatted(path));
  }

  private static String common(String override, String more) {
    return "{Name: common, Priority: 5, OverrideAction: {"
        + override
        + ": {}}, VisibilityConfig: {}, Statement: {ManagedRuleGroupStatement: {VendorName: AWS,"
        + " Name: AWSManagedRulesCommonRuleSet"
        + more
        + "}}}";
  }

  @Test
  void priorities_order_the_rules_and_the_first_to_end_decides() {
    TestAcl acl =
        TestAcl.rules(
            "["
                + rule("late", 9, "Block: {}", "", "a")
                + ", "
                + rule("early", 1, "Allow: {}", "", "ab")
                + "]");

    assertThat(acl.judge(get("/ab")).rule()).isEqualTo("early");
    assertThat(acl.judge(get("/a")).rule()).isEqualTo("late");
    assertThat(acl.judge(get("/b")).rule()).isEqualTo("Default_Action");
  }

  @Test
  void the_default_action_takes_what_no_rule_ends() {
    assertThat(TestAcl.with("{Block: {}}", "", "[]", "", "").blocks(get("/"))).isTrue();
    assertThat(TestAcl.with("{Allow: {}}", "", "[]", "", "").blocks(get("/"))).isFalse();
  }

  @Test
  void a_rule_that_counts_labels_and_goes_on() {
    TestAcl acl =
        TestAcl.rules(
            "["
                + rule("one", 1, "Count: {}", "RuleLabels: [{Name: 'a:b'}],", "x")
                + ", {Name: two, Priority: 2, Action: {Block: {}}, VisibilityConfig: {}, Statement:"
                + " {LabelMatchStatement: {Scope: LABEL, Key: 'a:b'}}}]");
    FirewallVerdict verdict = acl.judge(get("/x"));

    assertThat(verdict.labels()).containsExactly("awswaf:123456789012:webacl:acl:a:b");
    assertThat(verdict.rule()).isEqualTo("two");
    assertThat(verdict.counted()).hasSize(1);
    assertThat(acl.blocks(get("/y"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "LABEL, a:b:c, true",
    "LABEL, b:c, true",
    "LABEL, c, true",
    "LABEL, a:b, false",
    "LABEL, :c, false",
    "LABEL, awswaf:123456789012:webacl:acl:a:b:c, true",
    "LABEL, awswaf:123456789012:webacl:acl:b:c, false",
    "NAMESPACE, a:, true",
    "NAMESPACE, a:b:, true",
    "NAMESPACE, b:, true",
    "NAMESPACE, c:, false",
    "NAMESPACE, awswaf:123456789012:webacl:acl:a:, true",
    "NAMESPACE, awswaf:123456789012:webacl:acl:b:, false",
  })
  void a_label_is_found_by_its_end_and_by_its_namespaces(
      String scope, String key, boolean expected) {
    TestAcl acl =
        TestAcl.rules(
            "["
                + rule("one", 1, "Count: {}", "RuleLabels: [{Name: 'a:b:c'}],", "x")
                + ", {Name: two, Priority: 2, Action: {Block: {}}, VisibilityConfig: {}, Statement:"
                + " {LabelMatchStatement: {Scope: %s, Key: '%s'}}}]".formatted(scope, key));

    assertThat(acl.blocks(get("/x"))).isEqualTo(expected);
  }

  @Test
  void a_namespace_matches_all_labels_in_it() {
    TestAcl acl =
        TestAcl.rules(
            "["
                + common("Count", "")
                + ", {Name: two, Priority: 6, Action: {Block: {}}, VisibilityConfig: {}, Statement:"
                + " {LabelMatchStatement: {Scope: NAMESPACE, Key:"
                + " 'awswaf:managed:aws:core-rule-set:'}}}]");

    assertThat(acl.judge(get("/")).rule()).isEqualTo("two");
    assertThat(acl.blocks(get("/", "User-Agent: a"))).isFalse();
  }

  @Test
  void an_override_to_count_still_ends_the_group_at_its_first_rule() {
    FirewallVerdict verdict =
        TestAcl.rules("[" + common("Count", "") + "]").judge(get("/?a=../../x"));

    assertThat(verdict.isBlocked()).isFalse();
    assertThat(verdict.labels())
        .containsExactly("awswaf:managed:aws:core-rule-set:NoUserAgent_Header");
  }

  @Test
  void the_owner_of_the_acl_is_told_which_rule_decided() {
    TestAcl acl =
        TestAcl.with(
            "{Block: {}}",
            "",
            "[" + common("None", "") + ", " + rule("mine", 9, "Block: {}", "", "x") + "]",
            "",
            "");
    assertThat(acl.judge(get("/")).described())
        .isEqualTo("rule NoUserAgent_HEADER of the group in common");
    assertThat(acl.judge(get("/x", "User-Agent: a")).described()).isEqualTo("rule mine");
    assertThat(acl.judge(get("/y", "User-Agent: a")).described())
        .isEqualTo("no rule, but the default action of the web ACL");
  }

  @Test
  void the_override_of_a_rule_lets_the_group_go_on() {
    FirewallVerdict verdict =
        TestAcl.rules(
                "["
                    + common(
                        "None",
                        ", RuleActionOverrides: [{Name: NoUserAgent_HEADER, ActionToUse: {Count:"
                            + " {}}}]")
                    + "]")
            .judge(get("/?a=../../x"));

    assertThat(verdict.isBlocked()).isTrue();
    assertThat(verdict.labels())
        .containsExactly(
            "awswaf:managed:aws:core-rule-set:NoUserAgent_Header",
            "awswaf:managed:aws:core-rule-set:GenericLFI_QueryArguments");
    assertThat(verdict.groups().getFirst().counted().getFirst().overriddenAction())
        .contains("BLOCK");
  }

  @Test
  void an_excluded_rule_counts() {
    FirewallVerdict verdict =
        TestAcl.rules("[" + common("None", ", ExcludedRules: [{Name: NoUserAgent_HEADER}]") + "]")
            .judge(get("/"));

    assertThat(verdict.isBlocked()).isFalse();
    assertThat(verdict.groups().getFirst().excluded()).containsExactly("NoUserAgent_HEADER");
  }

  @Test
  void a_scope_down_statement_keeps_a_group_from_the_rest() {
    TestAcl acl =
        TestAcl.rules("[" + common("None", ", ScopeDownStatement: " + PATH.formatted("/in")) + "]");

    assertThat(acl.blocks(get("/in"))).isTrue();
    assertThat(acl.blocks(get("/out"))).isFalse();
  }

  @Test
  void a_group_of_the_template_labels_in_its_own_namespace() {
    TestAcl acl =
        TestAcl.with(
            "{Allow: {}}",
            "",
            "[{Name: g, Priority: 1, OverrideAction: {None: {}}, VisibilityConfig: {}, Statement:"
                + " {RuleGroupReferenceStatement: {Arn: !GetAtt Group.Arn}}}]",
            "",
            "Group: {Type: AWS::WAFv2::RuleGroup, Properties: {Name: own, Scope: REGIONAL,"
                + " Capacity: 10, VisibilityConfig: {}, Rules: ["
                + rule("r", 1, "Block: {}", "RuleLabels: [{Name: bad}],", "x")
                + "]}}");
    FirewallVerdict verdict = acl.judge(get("/x"));

    assertThat(verdict.ruleType()).isEqualTo("GROUP");
    assertThat(verdict.labels()).containsExactly("awswaf:123456789012:rulegroup:own:bad");
  }

  @Test
  void each_use_of_a_group_counts_its_rates_apart() {
    String use =
        "{Name: %s, Priority: %d, OverrideAction: {Count: {}}, VisibilityConfig: {}, Statement:"
            + " {RuleGroupReferenceStatement: {Arn: !GetAtt Group.Arn}}}";
    TestAcl acl =
        TestAcl.with(
            "{Allow: {}}",
            "",
            "["
                + use.formatted("first", 1)
                + ", "
                + use.formatted("second", 2)
                + ", {Name: over, Priority: 3, Action: {Block: {}}, VisibilityConfig: {},"
                + " Statement: {LabelMatchStatement: {Scope: LABEL, Key:"
                + " 'awswaf:123456789012:rulegroup:own:over'}}}]",
            "",
            "Group: {Type: AWS::WAFv2::RuleGroup, Properties: {Name: own, Scope: REGIONAL,"
                + " Capacity: 10, VisibilityConfig: {}, Rules: [{Name: r, Priority: 1, Action:"
                + " {Count: {}}, RuleLabels: [{Name: over}], VisibilityConfig: {}, Statement:"
                + " {RateBasedStatement: {Limit: 10, AggregateKeyType: IP}}}]}}");
    for (int i = 0; i < 10; i++) {
      assertThat(acl.blocks(get("/"))).as("request " + i).isFalse();
    }
    assertThat(acl.blocks(get("/"))).isTrue();
  }

  @Test
  void a_reference_to_a_group_of_the_template_has_no_scope() {
    assertThatThrownBy(
            () ->
                TestAcl.with(
                    "{Allow: {}}",
                    "",
                    "[{Name: g, Priority: 1, OverrideAction: {None: {}}, VisibilityConfig: {},"
                        + " Statement: {RuleGroupReferenceStatement: {Arn: !GetAtt Group.Arn,"
                        + " ScopeDownStatement: "
                        + PATH.formatted("/in")
                        + "}}}]",
                    "",
                    "Group: {Type: AWS::WAFv2::RuleGroup, Properties: {Name: own, Scope: REGIONAL,"
                        + " Capacity: 10, VisibilityConfig: {}, Rules: ["
                        + rule("r", 1, "Block: {}", "", "x")
                        + "]}}"))
        .hasMessageContaining("ScopeDownStatement is not known");
  }

  @Test
  void a_custom_response_has_its_status_body_and_headers() {
    TestAcl acl =
        TestAcl.with(
            "{Allow: {}}",
            "CustomResponseBodies: {gone: {ContentType: APPLICATION_JSON, Content: '{\"a\": 1}'}}",
            "["
                + rule(
                    "r",
                    1,
                    "Block: {CustomResponse: {ResponseCode: 410, CustomResponseBodyKey: gone,"
                        + " ResponseHeaders: [{Name: X-A, Value: b}]}}",
                    "",
                    "x")
                + "]",
            "",
            "");

    assertThat(acl.judge(get("/x")).action())
        .isInstanceOfSatisfying(
            RuleAction.Block.class,
            block -> {
              assertThat(block.answer().orElseThrow().status()).isEqualTo(410);
              assertThat(
                      new String(
                          block.answer().orElseThrow().body(),
                          java.nio.charset.StandardCharsets.UTF_8))
                  .isEqualTo("{\"a\": 1}");
              assertThat(block.answer().orElseThrow().fields())
                  .contains(new Field("X-A", "b"), new Field("Content-Type", "application/json"));
            });
  }

  @Test
  void headers_are_inserted_with_a_prefix() {
    TestAcl acl =
        TestAcl.rules(
            "["
                + rule(
                    "r",
                    1,
                    "Count: {CustomRequestHandling: {InsertHeaders: [{Name: seen, Value: 'yes'}]}}",
                    "",
                    "x")
                + "]");

    assertThat(acl.judge(get("/x")).inserted())
        .containsExactly(new Field("x-amzn-waf-seen", "yes"));
    assertThat(acl.judge(get("/y")).inserted()).isEmpty();
  }

  @Test
  void the_limit_of_the_body_is_that_of_the_web_acl() {
    String rules =
        "[{Name: r, Priority: 1, Action: {Block: {}}, VisibilityConfig: {}, Statement:"
            + " {ByteMatchStatement: {FieldToMatch: {Body: {}}, SearchString: evil,"
            + " PositionalConstraint: ENDS_WITH, TextTransformations: [{Priority: 0, Type:"
            + " NONE}]}}}]";
    String limit =
        "AssociationConfig: {RequestBody: {API_GATEWAY: {DefaultSizeInspectionLimit: KB_32}}}";
    String body = "x".repeat(20_000) + "evil";

    assertThat(TestAcl.with("{Allow: {}}", limit, rules, "", "").blocks(post(body))).isTrue();
    assertThat(TestAcl.with("{Allow: {}}", "", rules, "", "").blocks(post(body))).isFalse();
  }

  @Test
  void capacity_is_counted_as_aws_publishes_it() {
    assertThat(TestAcl.rules("[" + common("None", "") + "]").capacity()).isEqualTo(700);
    assertThat(TestAcl.rules("[" + rule("r", 1, "Block: {}", "", "x") + "]").capacity())
        .isEqualTo(10);
    assertThat(
            TestAcl.blocking(
                    "{SqliMatchStatement: {FieldToMatch: {JsonBody: {MatchPattern: {All: {}},"
                        + " MatchScope: ALL}}, SensitivityLevel: HIGH, TextTransformations:"
                        + " [{Priority: 0, Type: URL_DECODE}, {Priority: 1, Type: LOWERCASE}]}}")
                .capacity())
        .isEqualTo(80);
    assertThat(
            TestAcl.blocking(
                    "{RateBasedStatement: {AggregateKeyType: CUSTOM_KEYS, Limit: 10, CustomKeys:"
                        + " [{IP: {}}, {HTTPMethod: {}}]}}")
                .capacity())
        .isEqualTo(62);
  }
}
