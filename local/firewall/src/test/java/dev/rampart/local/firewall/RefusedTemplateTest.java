package dev.rampart.local.firewall;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.template.source.TemplateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS WAF would refuse, or nobody here can run, is refused by its place and line. */
final class RefusedTemplateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{GeoMatchStatement: {CountryCodes: [DE]}}~Statement asks for a country, and the run has"
            + " no",
        "{AsnMatchStatement: {AsnList: [64496]}}~Statement asks for an autonomous system",
        "{FutureStatement: {}}~FutureStatement is not known to the local run",
        "{}~Statement does not hold one statement",
        "{AndStatement: {Statements: [{LabelMatchStatement: {Scope: LABEL, Key: a}}]}}"
            + "~Statements does not hold two statements or more",
        "{NotStatement: {Statement: {RateBasedStatement: {AggregateKeyType: IP, Limit: 10}}}}"
            + "~has a RateBasedStatement, which cannot stand there",
        "{RateBasedStatement: {AggregateKeyType: IP, Limit: 9}}~Limit is not from 10 to",
        "{RateBasedStatement: {AggregateKeyType: IP, Limit: 10, EvaluationWindowSec: 90}}"
            + "~EvaluationWindowSec is not",
        "{RateBasedStatement: {AggregateKeyType: CONSTANT, Limit: 10}}"
            + "~AggregateKeyType is CONSTANT, which needs a ScopeDownStatement",
        "{RateBasedStatement: {AggregateKeyType: CUSTOM_KEYS, Limit: 10, CustomKeys: [{ASN: {}}]}}"
            + "~ASN asks for an autonomous system, and the run has no database",
        "{LabelMatchStatement: {Scope: NAMESPACE, Key: a}}~Key is no namespace",
        "{IPSetReferenceStatement: {Arn: nobody}}~Arn names no set of the template",
        "{RegexMatchStatement: {FieldToMatch: {UriPath: {}}, RegexString: '(?=a)b',"
            + " TextTransformations: [{Priority: 0, Type: NONE}]}}"
            + "~RegexString cannot be run in linear time",
        "{RegexMatchStatement: {FieldToMatch: {UriPath: {}}, RegexString: '(a)\\1',"
            + " TextTransformations: [{Priority: 0, Type: NONE}]}}"
            + "~RegexString cannot be run in linear time",
        "{XssMatchStatement: {FieldToMatch: {JA3Fingerprint: {}}, TextTransformations:"
            + " [{Priority: 0, Type: NONE}]}}~names the component JA3Fingerprint",
        "{XssMatchStatement: {FieldToMatch: {Body: {}}, TextTransformations: []}}"
            + "~TextTransformations does not name 1 to 10",
        "{XssMatchStatement: {FieldToMatch: {Body: {}}, TextTransformations: [{Priority: 0,"
            + " Type: ROT13}]}}~Type is not",
        "{ByteMatchStatement: {FieldToMatch: {Body: {}}, SearchString: 'a b',"
            + " PositionalConstraint: CONTAINS_WORD, TextTransformations: [{Priority: 0, Type:"
            + " NONE}]}}~SearchString is not a word",
        "{XssMatchStatement: {FieldToMatch: {Body: {}}, More: 1, TextTransformations: [{Priority:"
            + " 0, Type: NONE}]}}~XssMatchStatement.More is not known to the local run",
      })
  void a_statement(String statement, String message) {
    refused(
        "[{Name: r, Priority: 1, Action: {Block: {}}, VisibilityConfig: {}, Statement: "
            + statement
            + "}]",
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Action: {Captcha: {}}~Captcha needs a puzzle of AWS",
        "Action: {Challenge: {}}~Challenge needs a puzzle of AWS",
        "Action: {Block: {CustomResponse: {ResponseCode: 403, CustomResponseBodyKey: a}}}"
            + "~CustomResponseBodyKey names no custom response body",
        "Action: {Block: {CustomResponse: {ResponseCode: 99}}}~ResponseCode is not from 200 to 599",
        "OverrideAction: {None: {}}~OverrideAction is for rules that refer to a group",
        "Priority: 1~Action is not one action",
      })
  void an_action(String action, String message) {
    refused(
        "[{Name: r, "
            + (action.startsWith("Priority") ? "" : "Priority: 1, ")
            + action
            + ", VisibilityConfig: {}, Statement: {LabelMatchStatement: {Scope: LABEL, Key: a}}}]",
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Name: AWSManagedRulesBotControlRuleSet~Name is a managed group that the local run does"
            + " not",
        "'Name: AWSManagedRulesPHPRuleSet, Version: Version_1.0'~Version is not known",
        "'Name: AWSManagedRulesPHPRuleSet, RuleActionOverrides: [{Name: Nobody, ActionToUse:"
            + " {Count: {}}}]'~Name is no rule of the group",
      })
  void a_managed_group(String reference, String message) {
    refused(
        "[{Name: r, Priority: 1, OverrideAction: {None: {}}, VisibilityConfig: {}, Statement:"
            + " {ManagedRuleGroupStatement: {VendorName: AWS, "
            + reference
            + "}}}]",
        message);
  }

  @Test
  void more_capacity_than_a_web_acl_has() {
    StringBuilder rules = new StringBuilder("[");
    for (int i = 0; i < 8; i++) {
      rules.append(
          "{Name: r%d, Priority: %d, OverrideAction: {None: {}}, VisibilityConfig: {}, Statement: {ManagedRuleGroupStatement: {VendorName: AWS, Name: AWSManagedRulesCommonRuleSet}}},"
              .formatted(i, i));
    }
    refused(rules + "]", "Rules need 5600 WCU, more than 5000");
  }

  @Test
  void two_rules_of_one_priority() {
    String rule =
        "{Name: %s, Priority: 1, Action: {Block: {}}, VisibilityConfig: {}, Statement:"
            + " {LabelMatchStatement: {Scope: LABEL, Key: a}}}";
    refused("[" + rule.formatted("a") + ", " + rule.formatted("b") + "]", "Priority stands twice");
  }

  private static void refused(String rules, String message) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> TestAcl.rules(rules))
        .withMessageMatching("(?s)t\\.yaml:[0-9]+: Acl\\..*")
        .withMessageContaining(message);
  }
}
