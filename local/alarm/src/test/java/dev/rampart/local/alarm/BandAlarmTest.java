package dev.rampart.local.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An alarm on a band of what is usual. */
final class BandAlarmTest {
  private static final String ALARM =
      """
      Resources:
        Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: people}}
        Refused:
          Type: AWS::CloudWatch::Alarm
          Properties:
            AlarmName: refused
            Metrics:
            - Id: seen
              MetricStat: {Metric: {Namespace: Test, MetricName: Refused}, Period: 300, Stat: Sum}
            - {Id: band, Expression: 'ANOMALY_DETECTION_BAND(seen, 3)'}
            ThresholdMetricId: band
            ComparisonOperator: GreaterThanUpperThreshold
            EvaluationPeriods: 3
            DatapointsToAlarm: 2
            TreatMissingData: notBreaching
            AlarmActions: [!Ref Topic]
      """;

  private static final String ALARMED = "people ALARM: \"refused\" in EU (Ireland)";

  /** Three hours with four refusals in five minutes. */
  private static AlarmBench usual(String template) {
    AlarmBench bench = new AlarmBench(template);
    for (int i = 0; i < 36; i++) {
      AlarmBench _ = bench.minute("Refused", 4).quiet(4);
    }
    assertThat(bench.state("refused")).isEqualTo(StateValue.OK);
    return bench;
  }

  private static AlarmBench burst(AlarmBench bench, double refused) {
    return bench.minute("Refused", refused).quiet(4).minute("Refused", refused).quiet(4);
  }

  @Test
  void what_is_unusual_twice_is_an_alarm() {
    AlarmBench bench = burst(usual(ALARM), 50);
    assertThat(bench.published()).containsExactly(ALARMED);
    assertThat(bench.messages.getFirst().path("NewStateReason").asText())
        .startsWith("Thresholds Crossed: 2 out of the last 3 datapoints [50.0 (")
        .contains("were greater than the upper thresholds [10.0, 10.0]");
  }

  @Test
  void what_is_usual_or_unusual_once_is_none() {
    assertThat(burst(usual(ALARM), 6).published()).isEmpty();
    assertThat(usual(ALARM).minute("Refused", 50).quiet(4).published()).isEmpty();
  }

  @Test
  void a_wider_band_is_another_alarm() {
    assertThat(burst(usual(ALARM.replace("seen, 3", "seen, 30")), 50).published()).isEmpty();
  }

  @Test
  void before_enough_was_seen_nothing_is_unusual() {
    assertThat(burst(new AlarmBench(ALARM), 1_000).published()).isEmpty();
  }
}
