package dev.rampart.local.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsError;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AlarmOperationsTest {
  private static final String ALARMS =
      """
      Resources:
        Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: people}}
        Errors:
          Type: AWS::CloudWatch::Alarm
          Properties:
            AlarmName: errors
            AlarmDescription: Something fails
            Namespace: Test
            MetricName: Errors
            Dimensions: [{Name: Stage, Value: dev}]
            Statistic: Sum
            Period: 60
            Threshold: 0
            ComparisonOperator: GreaterThanThreshold
            EvaluationPeriods: 3
            DatapointsToAlarm: 2
            TreatMissingData: notBreaching
            AlarmActions: [!Ref Topic]
        Detector:
          Type: AWS::CloudWatch::AnomalyDetector
          Properties:
            SingleMetricAnomalyDetector: {Namespace: Test, MetricName: Errors, Stat: Sum}
        Trouble:
          Type: AWS::CloudWatch::CompositeAlarm
          Properties: {AlarmName: trouble, AlarmRule: ALARM(errors), AlarmActions: [!Ref Topic]}
      """;

  private final AlarmBench bench = new AlarmBench(ALARMS);

  @Test
  void alarms_are_described() {
    JsonNode alarm = bench.call("DescribeAlarms", "{}").at("/MetricAlarms/0");

    assertThat(alarm.path("AlarmName").asText()).isEqualTo("errors");
    assertThat(alarm.path("StateValue").asText()).isEqualTo("INSUFFICIENT_DATA");
    assertThat(alarm.path("EvaluationPeriods").asInt()).isEqualTo(3);
    assertThat(alarm.path("DatapointsToAlarm").asInt()).isEqualTo(2);
    assertThat(alarm.at("/Dimensions/0/Value").asText()).isEqualTo("dev");
    assertThat(alarm.at("/AlarmActions/0").asText()).endsWith(":people");
  }

  @Test
  void composite_alarms_are_described_to_who_asks_for_them() {
    assertThat(bench.call("DescribeAlarms", "{}").path("CompositeAlarms")).isEmpty();
    assertThat(
            bench
                .call("DescribeAlarms", "{\"AlarmTypes\":[\"CompositeAlarm\"]}")
                .at("/CompositeAlarms/0/AlarmRule")
                .asText())
        .isEqualTo("ALARM(errors)");
  }

  @Test
  void descriptions_come_in_pages_and_by_state() {
    String both = "\"AlarmTypes\":[\"MetricAlarm\",\"CompositeAlarm\"]";
    JsonNode first = bench.call("DescribeAlarms", "{\"MaxRecords\":1," + both + "}");
    assertThat(first.path("MetricAlarms")).hasSize(1);
    String token = first.path("NextToken").asText();
    JsonNode second =
        bench.call("DescribeAlarms", "{\"NextToken\":\"" + token + "\"," + both + "}");
    assertThat(second.path("MetricAlarms")).isEmpty();
    assertThat(second.path("CompositeAlarms")).hasSize(1);
    assertThat(second.has("NextToken")).isFalse();
    assertThat(bench.call("DescribeAlarms", "{\"StateValue\":\"ALARM\"}").path("MetricAlarms"))
        .isEmpty();
  }

  @Test
  void a_state_that_was_set_acts_and_lasts_until_the_next_evaluation() {
    JsonNode _ =
        bench.call(
            "SetAlarmState",
            "{\"AlarmName\":\"errors\",\"StateValue\":\"ALARM\",\"StateReason\":\"a test\"}");

    assertThat(bench.published())
        .containsExactly(
            "people ALARM: \"errors\" in EU (Ireland)",
            "people ALARM: \"trouble\" in EU (Ireland)");
    assertThat(bench.messages.getFirst().path("NewStateReason").asText()).isEqualTo("a test");
    assertThat(bench.quiet(1).state("errors")).isEqualTo(StateValue.OK);
  }

  @Test
  void actions_can_be_switched_off_and_on() {
    JsonNode _ = bench.call("DisableAlarmActions", "{\"AlarmNames\":[\"errors\",\"trouble\"]}");
    setTo("ALARM");
    assertThat(bench.published()).isEmpty();
    JsonNode _ = bench.call("EnableAlarmActions", "{\"AlarmNames\":[\"errors\"]}");
    setTo("OK");
    setTo("ALARM");
    assertThat(bench.published()).containsExactly("people ALARM: \"errors\" in EU (Ireland)");
  }

  private void setTo(String state) {
    JsonNode _ =
        bench.call(
            "SetAlarmState",
            "{\"AlarmName\":\"errors\",\"StateReason\":\"\",\"StateValue\":\"" + state + "\"}");
  }

  @Test
  void changes_and_actions_are_in_the_history() {
    setTo("ALARM");
    JsonNode items =
        bench.call("DescribeAlarmHistory", "{\"AlarmName\":\"errors\"}").path("AlarmHistoryItems");

    assertThat(items).hasSize(2);
    assertThat(items.get(0).path("HistoryItemType").asText()).isEqualTo("Action");
    assertThat(items.get(1).path("HistorySummary").asText())
        .isEqualTo("Alarm updated from INSUFFICIENT_DATA to ALARM");
    assertThat(
            bench
                .call("DescribeAlarmHistory", "{\"HistoryItemType\":\"StateUpdate\"}")
                .path("AlarmHistoryItems"))
        .hasSize(1);
  }

  @Test
  void an_action_that_a_topic_refuses_is_in_the_history_with_the_reason() {
    bench.refusal = Optional.of("User: cloudwatch.amazonaws.com is not authorized");
    setTo("ALARM");
    JsonNode action =
        bench
            .call("DescribeAlarmHistory", "{\"HistoryItemType\":\"Action\"}")
            .at("/AlarmHistoryItems/0");

    assertThat(action.path("HistorySummary").asText())
        .startsWith("Failed to execute action ")
        .endsWith("is not authorized");
    assertThat(action.path("HistoryData").asText()).contains("\"actionState\":\"Failed\"");
  }

  @Test
  void alarms_are_found_by_their_metric() {
    String metric =
        "{\"Namespace\":\"Test\",\"MetricName\":\"Errors\",\"Dimensions\":[{\"Name\":\"Stage\","
            + "\"Value\":\"dev\"}]}";
    assertThat(bench.call("DescribeAlarmsForMetric", metric).path("MetricAlarms")).hasSize(1);
    assertThat(
            bench
                .call("DescribeAlarmsForMetric", metric.replace("dev", "prod"))
                .path("MetricAlarms"))
        .isEmpty();
  }

  @Test
  void models_are_described() {
    JsonNode detector =
        bench
            .call("DescribeAnomalyDetectors", "{\"Namespace\":\"Test\"}")
            .at("/AnomalyDetectors/0");
    assertThat(detector.at("/SingleMetricAnomalyDetector/MetricName").asText()).isEqualTo("Errors");
    assertThat(detector.path("StateValue").asText()).isEqualTo("TRAINED_INSUFFICIENT_DATA");
  }

  @Test
  void the_message_has_the_form_of_cloudwatch() {
    setTo("ALARM");
    JsonNode message = bench.messages.getFirst();

    assertThat(message.path("AWSAccountId").asText()).isEqualTo("000000000000");
    assertThat(message.path("OldStateValue").asText()).isEqualTo("INSUFFICIENT_DATA");
    assertThat(message.path("StateChangeTime").asText()).isEqualTo("2026-11-29T12:00:00.000+0000");
    assertThat(message.path("Trigger").toString())
        .isEqualTo(
            "{\"MetricName\":\"Errors\",\"Namespace\":\"Test\",\"StatisticType\":\"Statistic\","
                + "\"Statistic\":\"SUM\",\"Unit\":null,\"Dimensions\":[{\"value\":\"dev\","
                + "\"name\":\"Stage\"}],\"Period\":60,\"EvaluationPeriods\":3,"
                + "\"DatapointsToAlarm\":2,\"ComparisonOperator\":\"GreaterThanThreshold\","
                + "\"Threshold\":0.0,\"TreatMissingData\":\"notBreaching\","
                + "\"EvaluateLowSampleCountPercentile\":\"\"}");
  }

  @Test
  void each_change_is_an_event() {
    setTo("ALARM");
    assertThat(bench.events).hasSize(2);
    assertThat(bench.events.getFirst().at("/state/value").asText()).isEqualTo("ALARM");
    assertThat(bench.events.getFirst().at("/previousState/value").asText())
        .isEqualTo("INSUFFICIENT_DATA");
    assertThat(
            bench.events.getFirst().at("/configuration/metrics/0/metricStat/metric/name").asText())
        .isEqualTo("Errors");
  }

  @Test
  void what_is_not_there_is_refused() {
    refused("SetAlarmState", "{\"AlarmName\":\"x\",\"StateValue\":\"OK\",\"StateReason\":\"\"}");
    refused(
        "SetAlarmState", "{\"AlarmName\":\"errors\",\"StateValue\":\"BAD\",\"StateReason\":\"\"}");
    refused("SetAlarmState", "{\"AlarmName\":\"errors\",\"StateValue\":\"OK\"}");
    refused("DescribeAlarms", "{\"ParentsOfAlarmName\":\"errors\"}");
    refused("PutMetricAlarm", "{}");
  }

  private void refused(String operation, String input) {
    assertThatExceptionOfType(AwsError.class).isThrownBy(() -> bench.call(operation, input));
  }
}
