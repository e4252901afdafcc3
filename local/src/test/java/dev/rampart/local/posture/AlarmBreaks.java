package dev.rampart.local.posture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** What the rules of alarms have to notice. */
final class AlarmBreaks {
  private static final String BAND = "ClientErrorsAlarm";
  private static final String ERRORS = "ApiErrorsAlarm";
  private static final String TABLE = "DetectionTableAlarm";

  private AlarmBreaks() {}

  static List<Break> all() {
    return Stream.of(forms(), math(), coverage()).flatMap(List::stream).toList();
  }

  private static List<Break> forms() {
    return List.of(
        Break.withoutType("CW-01", "AWS::CloudWatch::Alarm"),
        Break.drop("CW-02", "AttackAlarm", "AlarmActions"),
        Break.put("CW-02", "AttackAlarm", "AlarmActions", "[]"),
        Break.put("CW-02", "AttackAlarm", "ActionsEnabled", "false"),
        Break.put("CW-02", "LatencyAlarm", "ActionsEnabled", "false"),
        Break.append("CW-02", ERRORS, "AlarmActions", "\"arn:aws:sns:eu-west-1:999999999999:x\""),
        Break.put("CW-02", ERRORS, "OKActions", "[\"arn:aws:lambda:eu-west-1:999999999999:x\"]"),
        Break.put("CW-02", ERRORS, "InsufficientDataActions", "[\"arn:aws:swf:x\"]"),
        Break.drop("CW-03", "LatencyAlarm", "TreatMissingData"),
        Break.put("CW-03", "LatencyAlarm", "TreatMissingData", "\"ignore\""),
        Break.put("CW-03", ERRORS, "TreatMissingData", "\"missing\""),
        Break.put("CW-12", ERRORS, "Period", "86400"),
        Break.put("CW-12", ERRORS, "EvaluationPeriods", "100"),
        Break.put("CW-12", "LatencyAlarm", "DatapointsToAlarm", "0"),
        Break.put("CW-12", TABLE, "Metrics/Id=m0/MetricStat/Period", "3600"),
        Break.put("CW-17", "TroubleAlarm", "AlarmRule", "\"ALARM(\\\"a\\\") OR ALARM(\\\"b\\\")\""),
        Break.put("CW-17", "TroubleAlarm", "AlarmRule", "\"FALSE\""),
        Break.text("CW-17", "AttackAlarm", "AlarmRule", " OR ", " AND "),
        Break.text("CW-17", "AttackAlarm", "AlarmRule", "ALARM(", "NOT ALARM("),
        Break.text("CW-17", "AttackAlarm", "AlarmRule", "${ManySourcesAlarm}", "${SignalsAlarm}"),
        Break.put("CW-17", "ManySignalsAlarm", "Threshold", "1000000"),
        Break.text("CW-17", "AttackAlarm", "AlarmRule", "${SignalsAlarm}", "${SecurityTopic}"),
        Break.put("CW-18", "TroubleAlarm", "ActionsSuppressor", "\"arn:aws:cloudwatch:::x\""),
        Break.put("CW-18", "TroubleAlarm", "ActionsSuppressorExtensionPeriod", "86400"),
        Break.put("CW-18", "TroubleAlarm", "ActionsSuppressorWaitPeriod", "86400"),
        Break.put("CW-19", ERRORS, "Threshold", "1000"),
        Break.put("CW-19", ERRORS, "Threshold", "-1"),
        Break.put("CW-19", ERRORS, "ComparisonOperator", "\"LessThanThreshold\""),
        Break.put("CW-19", ERRORS, "Statistic", "\"Minimum\""),
        Break.put("CW-19", "EdgelogDeadLettersAlarm", "Statistic", "\"Minimum\""),
        Break.put("CW-19", "LatencyAlarm", "Threshold", "29000"),
        Break.put("CW-19", "LatencyAlarm", "ExtendedStatistic", "\"p50\""),
        Break.put("CW-19", "RelayLagAlarm", "Threshold", "86400000"),
        Break.put("CW-19", "DetectionLagAlarm", "Threshold", "86400"),
        Break.put("CW-19", TABLE, "Threshold", "1000"),
        Break.put("CW-19", "BlockUpdatesAlarm", "Statistic", "\"Sum\""),
        Break.put("CW-19", "BlocksOmittedAlarm", "Threshold", "100"),
        Break.put("CW-19", "FirewallAlarm", "Metrics/Id=seen/MetricStat/Stat", "\"SampleCount\""),
        Break.with(
            "CW-25",
            "Quiet",
            """
            {"Type": "AWS::CloudWatch::AlarmMuteRule", "Properties": {"Name": "nights"}}
            """));
  }

  private static List<Break> math() {
    return List.of(
        Break.put("CW-04", BAND, "Threshold", "5"),
        Break.put("CW-04", BAND, "ThresholdMetricId", "\"seen\""),
        Break.put("CW-04", BAND, "ComparisonOperator", "\"GreaterThanThreshold\""),
        Break.put("CW-04", BAND, "ComparisonOperator", "\"LessThanLowerThreshold\""),
        Break.put(
            "CW-04", BAND, "Metrics/Id=band/Expression", "\"ANOMALY_DETECTION_BAND(seen, 100)\""),
        Break.put(
            "CW-04", BAND, "Metrics/Id=band/Expression", "\"ANOMALY_DETECTION_BAND(other, 3)\""),
        new Break("CW-09", "no band", AlarmBreaks::withoutBands),
        Break.drop("CW-10", "FirewallAlarmDetector", "SingleMetricAnomalyDetector/MetricName"),
        Break.put(
            "CW-10",
            "FirewallAlarmDetector",
            "Configuration",
            """
            {"ExcludedTimeRanges": [{"StartTime": "2026-01-01T00:00:00",
              "EndTime": "2036-01-01T00:00:00"}]}
            """),
        Break.put("CW-13", TABLE, "Metrics/Id=all/Expression", "\"FILL(m0, 0)\""),
        Break.put("CW-13", TABLE, "Metrics/Id=all/Expression", "\"(m0 + m1) * 0\""),
        Break.put("CW-13", TABLE, "Metrics/Id=all/Expression", "\"0\""),
        Break.put(
            "CW-13", TABLE, "Metrics/Id=all/Expression", "\"FILL(m0, 0) + FILL(m1, 0) - 100\""),
        Break.put("CW-13", TABLE, "Metrics/Id=all/ReturnData", "false"),
        Break.drop("CW-13", TABLE, "Metrics/Id=m0"),
        Break.withoutType("CW-16", "AWS::CloudWatch::AnomalyDetector"),
        Break.put(
            "CW-16", "FirewallAlarmDetector", "SingleMetricAnomalyDetector/Stat", "\"Average\""),
        Break.put(
            "CW-16",
            "FirewallAlarmDetector",
            "SingleMetricAnomalyDetector/MetricName",
            "\"AllowedRequests\""));
  }

  private static List<Break> coverage() {
    return List.of(
        Break.put("CW-05", "LatencyAlarm", "Dimensions/Name=ApiName/Value", "{\"Ref\": \"Api\"}"),
        Break.put("CW-06", ERRORS, "Dimensions/0/Value", "\"api\""),
        Break.put("CW-06", "SuspiciousRuleAlarm", "Dimensions/Name=RuleName/Value", "\"other\""),
        Break.put("CW-06", "LatencyAlarm", "Dimensions/Name=Stage/Value", "\"other\""),
        Break.put(
            "CW-06",
            "RelayDeadLettersAlarm",
            "Dimensions/0/Value",
            "{\"Fn::GetAtt\": [\"RelayDeadLetters\", \"Arn\"]}"),
        Break.put(
            "CW-06",
            "FirewallAlarm",
            "Metrics/Id=seen/MetricStat/Metric/Dimensions/Name=Region/Value",
            "\"us-east-1\""),
        Break.put(
            "CW-06",
            "FirewallAlarm",
            "Metrics/Id=seen/MetricStat/Metric/Dimensions/Name=Rule/Value",
            "\"Other\""),
        Break.put(
            "CW-07", "FirewallAlarm", "Metrics/Id=seen/MetricStat/Metric/MetricName", "\"X\""),
        Break.put("CW-07", "ScopesErrorsAlarm", "MetricName", "\"Invocations\""),
        Break.without("CW-07", "RelayLagAlarm"),
        Break.without("CW-07", "SuspiciousRuleAlarm"),
        Break.without("CW-08", TABLE),
        Break.put("CW-08", TABLE, "Metrics/Id=m1/MetricStat/Metric/MetricName", "\"X\""),
        Break.text("CW-11", "Dashboard", "DashboardBody", "\"widgets\"", "widgets"),
        Break.put("CW-11", "Dashboard", "DashboardBody", "\"{}\""),
        Break.drop("CW-14", "LatencyAlarm", "Dimensions/Name=Stage"),
        Break.drop("CW-14", ERRORS, "Dimensions"),
        Break.drop("CW-14", "ThreatsAlarm", "Dimensions"),
        Break.drop(
            "CW-14", "FirewallAlarm", "Metrics/Id=seen/MetricStat/Metric/Dimensions/Name=Rule"),
        Break.put(
            "CW-15",
            "SubmissionsTableAlarm",
            "Metrics/Id=m2/MetricStat/Metric/Dimensions/Name=GlobalSecondaryIndexName/Value",
            "\"ById\""),
        Break.put("CW-15", "ScopesThrottlesAlarm", "MetricName", "\"ConcurrentExecutions\""),
        Break.put("CW-20", "ThreatsAlarm", "Namespace", "\"Fixed\""),
        Break.put(
            "CW-20", "SignalsAlarmDetector", "SingleMetricAnomalyDetector/Namespace", "\"Fixed\""),
        Break.put(
            "CW-20",
            "Dashboard",
            "DashboardBody",
            """
            "{\\"widgets\\": [{\\"properties\\": {\\"metrics\\": [[\\"Fixed\\", \\"X\\"]]}}]}"
            """),
        Break.put("CW-21", "ThreatsAlarm", "Namespace", "{\"Fn::Sub\": \"Other/${Stage}\"}"));
  }

  private static void withoutBands(ObjectNode template) {
    for (JsonNode query : template.findParents("Expression")) {
      if (query instanceof ObjectNode own) {
        own.put("Expression", "seen");
      }
    }
  }
}
