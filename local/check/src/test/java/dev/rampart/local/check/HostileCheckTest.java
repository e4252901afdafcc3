package dev.rampart.local.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.template.Template;
import dev.rampart.local.template.source.TemplateException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A template made to keep the rules busy is judged in a time that its length bounds. */
final class HostileCheckTest {

  @Test
  void an_action_of_stars_is_compared_without_trying_all_ways() {
    judged(
        "IAM-02",
        """
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              Policies:
              - PolicyName: a
                PolicyDocument: {Statement: [{Effect: Allow, Action: '%sb', Resource: '*'}]}
        """
            .formatted("*".repeat(1_000)));
  }

  @Test
  void a_sum_and_a_rule_of_many_alarms_need_no_deep_stack() {
    assertThat(
            judged(
                "CW-17",
                """
                Resources:
                  A: {Type: AWS::CloudWatch::Alarm}
                  S: {Type: AWS::CloudWatch::Alarm, Properties: {Metrics: [{Expression: %sm}]}}
                  C:
                    Type: AWS::CloudWatch::CompositeAlarm
                    Properties: {AlarmRule: !Sub '%sALARM("${A}")'}
                """
                    .formatted("m+".repeat(100_000), "ALARM(\"${A}\") OR ".repeat(20_000))))
        .isEmpty();
  }

  @Test
  void a_band_that_is_no_number_is_no_band() {
    assertThat(
            judged(
                "CW-10",
                """
                Resources:
                  A:
                    Type: AWS::CloudWatch::Alarm
                    Properties: {Metrics: [{Expression: 'ANOMALY_DETECTION_BAND(m, 1.2.3)'}]}
                """))
        .isEmpty();
  }

  @Test
  void an_account_is_found_after_many_beginnings_of_an_arn() {
    String arns = "arn:".repeat(100_000);
    assertThat(judged("TPL-02", withText(arns))).isEmpty();
    assertThat(judged("TPL-02", withText(arns + ":123456789012:x"))).hasSize(1);
    assertThat(judged("TPL-02", withText("arn:aws:iam::123456789012"))).hasSize(1);
    assertThat(judged("TPL-02", withText("123456789012"))).hasSize(1);
    assertThat(judged("TPL-02", withText("at 123456789012:"))).isEmpty();
  }

  private static String withText(String text) {
    return "Resources: {T: {Type: AWS::SNS::Topic, Properties: {DisplayName: '" + text + "'}}}";
  }

  @Test
  void conditions_that_name_each_other_twice_are_looked_at_once() {
    String doubled =
        IntStream.range(0, 60)
            .mapToObj(i -> "C%d: !Or [!Condition C%d, !Condition C%d]".formatted(i, i + 1, i + 1))
            .collect(Collectors.joining(",\n"));
    judged(
        "FN-13",
        """
        Parameters: {P: {Type: String, Default: a}}
        Conditions: {C60: !Equals [!Ref P, b], %s}
        Resources:
          Api:
            Type: AWS::Serverless::Api
            Properties: {StageName: !If [C0, a, b], DefinitionBody: {paths: {}}}
        """
            .formatted(doubled));
  }

  @Test
  void a_pattern_of_a_callback_that_tries_too_many_ways_refuses_nobody() {
    assertThat(
            judged(
                "COG-17",
                """
                Parameters:
                  P: {Type: String, Default: a, AllowedPattern: 'a|((([a-z.:/-])*)*)*!'}
                Resources:
                  C:
                    Type: AWS::Cognito::UserPoolClient
                    Properties: {CallbackURLs: [!Ref P]}
                """))
        .hasSize(1);
  }

  @Test
  void sets_of_parameters_have_a_bound() {
    assertThatThrownBy(
            () ->
                judged(
                    "TPL-05",
                    "Metadata: {CheckedWith: [" + "{},".repeat(10_000) + "]}\n" + withText("a")))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("t.yaml: the template is too large to be judged with so many sets");
  }

  @Test
  void conditions_to_turn_have_a_bound() {
    String conditions =
        IntStream.range(0, 2_000)
            .mapToObj(i -> "C%d: !Equals [!Ref P, v%d]".formatted(i, i))
            .collect(Collectors.joining(","));
    assertThatThrownBy(
            () ->
                judged(
                    "TPL-05",
                    "Parameters: {P: {Type: String, Default: a}}\nConditions: {"
                        + conditions
                        + "}\n"
                        + withText("a")))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("t.yaml: the template has too many conditions to be judged with");
  }

  private static List<String> judged(String rule, String yaml) {
    CheckReport report =
        TemplateCheck.of(Template.read("t.yaml", yaml), any -> any.id().equals(rule));
    assertThat(report.rules()).hasSize(1);
    return report.violations().stream().map(found -> found.place().toString()).toList();
  }
}
