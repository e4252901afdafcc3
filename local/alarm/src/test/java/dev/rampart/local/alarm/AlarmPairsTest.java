package dev.rampart.local.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same minutes, and a template of which one property is another: the alarm does otherwise. */
final class AlarmPairsTest {
  private static final String ALARM =
      """
      Resources:
        Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: people}}
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
            TreatMissingData: notBreaching
            AlarmActions: [!Ref Topic]
      """;

  private static final String ALARMED = "people ALARM: \"errors\" in EU (Ireland)";

  private static AlarmBench with(String part, String other) {
    assertThat(ALARM).contains(part);
    return new AlarmBench(ALARM.replace(part, other));
  }

  private static AlarmBench unchanged() {
    return new AlarmBench(ALARM);
  }

  @Test
  void the_threshold() {
    assertThat(unchanged().minute("Errors", 5).published()).containsExactly(ALARMED);
    assertThat(with("Threshold: 4", "Threshold: 5").minute("Errors", 5).published()).isEmpty();
  }

  @Test
  void the_comparison() {
    assertThat(unchanged().minute("Errors", 4).published()).isEmpty();
    assertThat(
            with("GreaterThanThreshold", "GreaterThanOrEqualToThreshold")
                .minute("Errors", 4)
                .published())
        .containsExactly(ALARMED);
    assertThat(with("GreaterThanThreshold", "LessThanThreshold").minute("Errors", 3).published())
        .containsExactly(ALARMED);
  }

  @Test
  void the_statistic() {
    assertThat(unchanged().minute("Errors", 3, 3).published()).containsExactly(ALARMED);
    assertThat(with("Statistic: Sum", "Statistic: Average").minute("Errors", 3, 3).published())
        .isEmpty();
    assertThat(with("Statistic: Sum", "ExtendedStatistic: p90").minute("Errors", 3, 3).published())
        .isEmpty();
  }

  @Test
  void the_period() {
    assertThat(unchanged().minute("Errors", 3).minute("Errors", 3).published()).isEmpty();
    assertThat(
            with("Period: 60", "Period: 120").minute("Errors", 3).minute("Errors", 3).published())
        .containsExactly(ALARMED);
  }

  @Test
  void the_evaluation_periods() {
    assertThat(unchanged().minute("Errors", 5).published()).containsExactly(ALARMED);
    AlarmBench two = with("EvaluationPeriods: 1", "EvaluationPeriods: 2");
    assertThat(two.minute("Errors", 5).published()).isEmpty();
    assertThat(two.minute("Errors", 5).published()).containsExactly(ALARMED);
  }

  @Test
  void the_datapoints_to_alarm() {
    String three = "EvaluationPeriods: 3";
    AlarmBench all = with("EvaluationPeriods: 1", three);
    AlarmBench two = with("EvaluationPeriods: 1", three + "\n      DatapointsToAlarm: 2");
    for (AlarmBench each : List.of(all, two)) {
      AlarmBench _ = each.minute("Errors", 5).minute("Errors", 0).minute("Errors", 5);
    }
    assertThat(all.published()).isEmpty();
    assertThat(two.published()).containsExactly(ALARMED);
  }

  @Test
  void what_missing_data_is() {
    assertThat(unchanged().quiet(1).published()).isEmpty();
    assertThat(with("notBreaching", "breaching").quiet(1).published()).containsExactly(ALARMED);
    AlarmBench ignoring = with("notBreaching", "ignore");
    assertThat(ignoring.minute("Errors", 5).published()).containsExactly(ALARMED);
    assertThat(ignoring.quiet(10).state("errors")).isEqualTo(StateValue.ALARM);
    AlarmBench missing = with("notBreaching", "missing");
    assertThat(missing.minute("Errors", 5).quiet(10).state("errors"))
        .isEqualTo(StateValue.INSUFFICIENT_DATA);
    assertThat(unchanged().minute("Errors", 5).quiet(10).state("errors")).isEqualTo(StateValue.OK);
  }

  @Test
  void whether_actions_are_enabled() {
    AlarmBench disabled = with("AlarmActions", "ActionsEnabled: false\n      AlarmActions");
    assertThat(disabled.minute("Errors", 5).published()).isEmpty();
    assertThat(disabled.state("errors")).isEqualTo(StateValue.ALARM);
  }

  @Test
  void which_states_have_actions() {
    AlarmBench ok = with("AlarmActions", "OKActions");
    assertThat(ok.minute("Errors", 5).published()).isEmpty();
    assertThat(ok.minute("Errors", 0).published())
        .containsExactly("people OK: \"errors\" in EU (Ireland)");
    AlarmBench insufficient =
        new AlarmBench(
            ALARM
                .replace("AlarmActions", "InsufficientDataActions")
                .replace("notBreaching", "missing"));
    assertThat(insufficient.minute("Errors", 5).published()).isEmpty();
    assertThat(insufficient.quiet(3).published())
        .containsExactly("people INSUFFICIENT_DATA: \"errors\" in EU (Ireland)");
  }

  @Test
  void what_a_percentile_of_few_samples_is() {
    String p99 = "ExtendedStatistic: p99";
    assertThat(with("Statistic: Sum", p99).minute("Errors", 5).published())
        .containsExactly(ALARMED);
    assertThat(
            with("Statistic: Sum", p99 + "\n      EvaluateLowSampleCountPercentile: ignore")
                .minute("Errors", 5)
                .published())
        .isEmpty();
    double[] enough = new double[1_000];
    Arrays.fill(enough, 5);
    assertThat(
            with("Statistic: Sum", p99 + "\n      EvaluateLowSampleCountPercentile: ignore")
                .minute("Errors", enough)
                .published())
        .containsExactly(ALARMED);
  }

  @Test
  void the_unit() {
    assertThat(with("Period: 60", "Period: 60\n      Unit: Count").minute("Errors", 5).published())
        .containsExactly(ALARMED);
    assertThat(with("Period: 60", "Period: 60\n      Unit: Bytes").minute("Errors", 5).published())
        .isEmpty();
  }

  @Test
  void the_expression() {
    String metrics =
        """
          Metrics:
              - Id: e
                MetricStat: {Metric: {Namespace: Test, MetricName: Errors}, Period: 60, Stat: Sum}
                ReturnData: false
              - {Id: rate, Expression: 'e / 2'}
        """;
    String template =
        ALARM
            .replace("Namespace: Test\n", metrics.strip() + "\n")
            .replace("      MetricName: Errors\n", "")
            .replace("      Statistic: Sum\n", "")
            .replace("      Period: 60\n", "");
    assertThat(new AlarmBench(template).minute("Errors", 6).published()).isEmpty();
    assertThat(new AlarmBench(template.replace("e / 2", "e * 2")).minute("Errors", 6).published())
        .containsExactly(ALARMED);
  }
}
