package dev.rampart.local.alarms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The forms of alarms. Each exists under the condition {@code HasAlarms}. */
final class Alarm {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  // Standard deviations around the usual value: three leave out nearly all that is chance.
  private static final int BAND_WIDTH = 3;

  private Alarm() {}

  /**
   * Returns an alarm that rings above a number.
   *
   * @param statistic {@code Sum}, {@code Minimum}, {@code Maximum}, or a percentile such as {@code
   *     p99}
   * @param periods how many it looks back at; it rings when all but one third of them are above
   */
  static ObjectNode above(
      int threshold, Metric metric, String statistic, int seconds, int periods, String words) {
    ObjectNode alarm = alarm(words);
    ObjectNode properties = properties(alarm);
    properties.setAll(metric.members());
    boolean percentile = statistic.startsWith("p");
    properties.put(percentile ? "ExtendedStatistic" : "Statistic", statistic);
    properties.put("Period", seconds);
    properties.put("Threshold", threshold);
    return evaluated(alarm, "GreaterThanThreshold", periods);
  }

  /** Returns an alarm that rings above the band that CloudWatch learns for a metric. */
  static ObjectNode unusual(Metric metric, int seconds, int periods, String words) {
    ObjectNode alarm = alarm(words);
    ArrayNode metrics = properties(alarm).putArray("Metrics");
    metrics.add(query("seen", metric, seconds));
    metrics
        .addObject()
        .put("Id", "band")
        .put("Expression", "ANOMALY_DETECTION_BAND(seen, " + BAND_WIDTH + ")")
        .put("Label", "Usual");
    properties(alarm).put("ThresholdMetricId", "band");
    return evaluated(alarm, "GreaterThanUpperThreshold", periods);
  }

  /** Returns what learns the usual values of a metric. */
  static ObjectNode detector(Metric metric) {
    ObjectNode detector = JSON.objectNode().put("Type", "AWS::CloudWatch::AnomalyDetector");
    detector.put("Condition", "HasAlarms");
    detector
        .putObject("Properties")
        .set("SingleMetricAnomalyDetector", metric.members().put("Stat", "Sum"));
    return detector;
  }

  /** Returns an alarm that rings when the sum of several counts is above nothing. */
  static ObjectNode any(List<Metric> counts, int seconds, int periods, String words) {
    ObjectNode alarm = alarm(words);
    ArrayNode metrics = properties(alarm).putArray("Metrics");
    StringBuilder sum = new StringBuilder();
    for (int i = 0; i < counts.size(); i++) {
      metrics.add(query("m" + i, counts.get(i), seconds).put("ReturnData", false));
      sum.append(i == 0 ? "" : " + ").append("FILL(m").append(i).append(", 0)");
    }
    metrics
        .addObject()
        .put("Id", "all")
        .put("Expression", sum.toString())
        .put("Label", "All of them");
    properties(alarm).put("Threshold", 0);
    return evaluated(alarm, "GreaterThanThreshold", periods);
  }

  private static ObjectNode properties(ObjectNode alarm) {
    return alarm.withObjectProperty("Properties");
  }

  private static ObjectNode query(String id, Metric metric, int seconds) {
    ObjectNode query = JSON.objectNode().put("Id", id);
    ObjectNode statistic = query.putObject("MetricStat");
    statistic.set("Metric", metric.members());
    statistic.put("Period", seconds).put("Stat", "Sum");
    return query;
  }

  private static ObjectNode alarm(String words) {
    ObjectNode alarm = JSON.objectNode().put("Type", "AWS::CloudWatch::Alarm");
    alarm.put("Condition", "HasAlarms");
    alarm.putObject("Properties").put("AlarmDescription", words);
    return alarm;
  }

  private static ObjectNode evaluated(ObjectNode alarm, String operator, int periods) {
    ObjectNode properties = properties(alarm);
    properties.put("ComparisonOperator", operator).put("EvaluationPeriods", periods);
    if (periods == 3) {
      properties.put("DatapointsToAlarm", 2);
    }
    properties.put("TreatMissingData", "notBreaching");
    return alarm;
  }

  /**
   * Has an alarm be there when that is there which it looks at.
   *
   * @param condition of what it looks at; the template has one more for it and alarms together
   */
  static ObjectNode under(ObjectNode alarm, Optional<String> condition) {
    condition.ifPresent(name -> alarm.put("Condition", name + "Alarms"));
    return alarm;
  }

  /** Has an alarm tell a topic. */
  static ObjectNode telling(ObjectNode alarm, JsonNode topic) {
    properties(alarm).putArray("AlarmActions").add(topic);
    return alarm;
  }
}
