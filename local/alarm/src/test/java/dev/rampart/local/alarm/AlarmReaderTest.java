package dev.rampart.local.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.template.source.TemplateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be evaluated is refused by resource, file and line. */
final class AlarmReaderTest {
  private static final String ALARM =
      """
      Resources:
        Topic: {Type: AWS::SNS::Topic}
        Errors:
          Type: AWS::CloudWatch::Alarm
          Properties:
            AlarmName: errors
            Namespace: Test
            MetricName: Errors
            Statistic: Sum
            Period: 60
            Threshold: 4
            ComparisonOperator: GreaterThanThreshold
            EvaluationPeriods: 1
            AlarmActions: [!Ref Topic]
      """;

  private static final String MATH =
      """
      Resources:
        Errors:
          Type: AWS::CloudWatch::Alarm
          Properties:
            Metrics:
            - Id: a
              MetricStat: {Metric: {Namespace: Test, MetricName: Errors}, Period: 60, Stat: Sum}
              ReturnData: false
            - {Id: b, Expression: 'a + 1'}
            Threshold: 4
            ComparisonOperator: GreaterThanThreshold
            EvaluationPeriods: 1
        Trouble:
          Type: AWS::CloudWatch::CompositeAlarm
          Properties:
            AlarmName: trouble
            AlarmRule: !Sub 'ALARM("${Errors}")'
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "Period: 60 ~ Period: 30 ~ 10 ~ Errors.Period is no multiple of 60, and local metrics",
        "Period: 60 ~ Perod: 60 ~ 5 ~ Errors.Period is missing",
        "Statistic: Sum ~ Statistic: Median ~ 9 ~ Errors.Statistic is Median, and the local",
        "Statistic: Sum ~ ExtendedStatistic: tm90 ~ 9 ~ Errors.ExtendedStatistic is tm90, and the",
        "GreaterThanThreshold ~ Greater ~ 12 ~ Errors.ComparisonOperator is Greater, which is none",
        "GreaterThanThreshold ~ GreaterThanUpperThreshold ~ 5 ~ Errors.ThresholdMetricId and a"
            + " ComparisonOperator of bands go together",
        "Threshold: 4 ~ Threshold: many ~ 11 ~ Errors.Threshold is not a number",
        "EvaluationPeriods: 1 ~ EvaluationPeriods: 1441 ~ 13 ~ Errors.EvaluationPeriods go back",
        "Namespace: Test ~ TreatMissingData: ignore ~ 5 ~ Errors.Namespace is missing",
        "AlarmActions: [!Ref Topic] ~ AlarmActions: ['arn:aws:automate:eu-west-1:ec2:stop'] ~ 14"
            + " ~ Errors.AlarmActions has arn:aws:automate:eu-west-1:ec2:stop, which is no topic",
        "AlarmName: errors ~ EvaluationWindow: {} ~ 6 ~ Errors.EvaluationWindow is not known",
      })
  void an_alarm_on_a_metric(String part, String other, int line, String message) {
    assertThat(ALARM).contains(part);
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> AlarmBench.plan(ALARM.replace(part, other)))
        .withMessageStartingWith("t.yaml:" + line + ": " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'a + 1' ~ 'SEARCH(1)' ~ Errors.Metrics has the query b, which calls SEARCH, a function",
        "'a + 1' ~ 'a +' ~ Errors.Metrics has the query b, which ends too early",
        "'a + 1' ~ 'SUM(a)' ~ Errors.Metrics has the query b, which comes to a number",
        "'a + 1' ~ 'METRICS()' ~ Errors.Metrics has the query b, which is a list",
        "'a + 1' ~ 'c + 1' ~ Errors.Metrics has the query b, which names c",
        "ReturnData: false ~ ReturnData: true ~ Errors.Metrics has not one query that returns",
        "ALARM(\"${Errors}\") ~ ALARM(nobody) ~ Trouble.AlarmRule names no alarm of the template:"
            + " nobody",
        "ALARM(\"${Errors}\") ~ ALARM(trouble) ~ Trouble.AlarmRule is part of a circle",
        "ALARM(\"${Errors}\") ~ ALARM(errors ~ Trouble.AlarmRule ends too early",
        "AlarmName: trouble ~ ActionsSuppressor: x ~ Trouble.ActionsSuppressorWaitPeriod is"
            + " missing",
      })
  void alarms_on_expressions_and_on_alarms(String part, String other, String message) {
    assertThat(MATH).contains(part);
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> AlarmBench.plan(MATH.replace(part, other)))
        .withMessageMatching("t\\.yaml:[0-9]+: .*")
        .withMessageContaining(message);
  }

  @Test
  void both_templates_are_read_as_they_are() {
    assertThat(AlarmBench.plan(ALARM).alarms()).hasSize(1);
    assertThat(AlarmBench.plan(MATH).alarms()).hasSize(2);
  }
}
