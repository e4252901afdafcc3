package dev.rampart.local.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Composite alarms and what holds their actions back. */
final class CompositeAlarmsTest {
  private static final String ALARMS =
      """
      Resources:
        Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: people}}
        Errors: &metric
          Type: AWS::CloudWatch::Alarm
          Properties: &properties
            AlarmName: errors
            Namespace: Test
            MetricName: Errors
            Statistic: Sum
            Period: 60
            Threshold: 0
            ComparisonOperator: GreaterThanThreshold
            EvaluationPeriods: 1
            TreatMissingData: notBreaching
        Slow:
          Type: AWS::CloudWatch::Alarm
          Properties:
            AlarmName: slow
            Namespace: Test
            MetricName: Slow
            Statistic: Sum
            Period: 60
            Threshold: 0
            ComparisonOperator: GreaterThanThreshold
            EvaluationPeriods: 1
            TreatMissingData: notBreaching
        Trouble:
          Type: AWS::CloudWatch::CompositeAlarm
          Properties:
            AlarmName: trouble
            AlarmRule: !Sub 'ALARM("${Errors}")'
            AlarmActions: [!Ref Topic]
            OKActions: [!Ref Topic]
      """
          .replace(" &metric", "")
          .replace(" &properties", "");

  private static final String SUPPRESSED =
      ALARMS.replace(
          "      AlarmActions",
          """
                ActionsSuppressor: !GetAtt Slow.Arn
                ActionsSuppressorWaitPeriod: 120
                ActionsSuppressorExtensionPeriod: 180
                AlarmActions\
          """);

  private static final String ALARM = "people ALARM: \"trouble\" in EU (Ireland)";
  private static final String OK = "people OK: \"trouble\" in EU (Ireland)";

  @Test
  void a_composite_alarm_follows_its_rule() {
    AlarmBench bench = new AlarmBench(ALARMS).quiet(1);
    assertThat(bench.published()).containsExactly(OK);
    assertThat(bench.minute("Errors", 1).published()).containsExactly(ALARM);
    assertThat(bench.minute("Errors", 1).published()).isEmpty();
    assertThat(bench.minute("Errors", 0).published()).containsExactly(OK);
  }

  @Test
  void another_rule_is_another_alarm() {
    String both = ALARMS.replace("'ALARM(\"${Errors}\")'", "'ALARM(${Errors}) AND ALARM(${Slow})'");
    AlarmBench bench = new AlarmBench(both).quiet(1);
    assertThat(bench.published()).containsExactly(OK);
    assertThat(bench.minute("Errors", 1).published()).isEmpty();

    String either = both.replace(" AND ", " OR ");
    AlarmBench other = new AlarmBench(either).quiet(1);
    assertThat(other.published()).containsExactly(OK);
    assertThat(other.minute("Errors", 1).published()).containsExactly(ALARM);
  }

  @Test
  void the_message_names_rule_and_children() {
    AlarmBench bench = new AlarmBench(ALARMS).quiet(1).minute("Errors", 1);

    assertThat(bench.messages.getLast().path("AlarmRule").asText()).isEqualTo("ALARM(\"errors\")");
    assertThat(bench.messages.getLast().at("/TriggeringChildren/0/State/Value").asText())
        .isEqualTo("ALARM");
    assertThat(bench.messages.getLast().path("NewStateReason").asText())
        .endsWith("alarm:errors transitioned to ALARM at Sunday 29 November, 2026 12:02:00 UTC");
  }

  @Test
  void actions_wait_for_the_suppressor() {
    AlarmBench bench = settled();
    assertThat(bench.minute("Errors", 1).published()).isEmpty();
    assertThat(shown(bench)).isEqualTo("WaitPeriod");
    assertThat(bench.minute("Errors", 1).published()).isEmpty();
    assertThat(bench.minute("Errors", 1).published()).containsExactly(ALARM);
    assertThat(bench.state("trouble")).isEqualTo(StateValue.ALARM);
  }

  @Test
  void actions_are_held_back_while_the_suppressor_is_in_alarm_and_some_time_after() {
    AlarmBench bench = settled();
    assertThat(bench.minute("Slow", 1).minute("Errors", 1).published()).isEmpty();
    for (int i = 0; i < 10; i++) {
      AlarmBench _ = bench.minute("Slow", 1);
      AlarmBench _ = bench.minute("Errors", 1);
    }
    assertThat(bench.published()).isEmpty();
    for (int i = 0; i < 6; i++) {
      AlarmBench _ = bench.minute("Errors", 1);
    }
    assertThat(bench.published()).containsExactly(ALARM);
  }

  @Test
  void what_is_over_before_the_wait_is_never_told() {
    AlarmBench bench = settled();
    assertThat(bench.minute("Errors", 1).minute("Errors", 0).quiet(10).published()).isEmpty();
    assertThat(bench.state("trouble")).isEqualTo(StateValue.OK);
  }

  @Test
  void an_alarm_that_fails_keeps_no_other_from_its_evaluation() {
    AlarmBench bench = new AlarmBench(ALARMS.replace("'ALARM(\"${Errors}\")'", "ALARM(slow)"));
    bench.failing = "errors";
    assertThat(bench.quiet(1).published()).containsExactly(OK);
    assertThat(bench.faults.current().orElseThrow().cause()).contains("the alarm errors");

    bench.failing = "";
    assertThat(bench.minute("Slow", 1).published()).containsExactly(ALARM);
    assertThat(bench.faults.current()).isEmpty();
  }

  /** Returns alarms of which the first action was taken. */
  private static AlarmBench settled() {
    AlarmBench bench = new AlarmBench(SUPPRESSED).quiet(4);
    assertThat(bench.published()).containsExactly(OK);
    return bench;
  }

  private static String shown(AlarmBench bench) {
    return bench
        .call("DescribeAlarms", "{\"AlarmTypes\":[\"CompositeAlarm\"]}")
        .at("/CompositeAlarms/0/ActionsSuppressedBy")
        .asText();
  }
}
