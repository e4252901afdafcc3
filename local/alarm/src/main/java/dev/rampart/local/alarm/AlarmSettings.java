package dev.rampart.local.alarm;

import dev.rampart.local.alarm.evaluation.MissingData;
import dev.rampart.local.alarm.evaluation.ThresholdTest;
import dev.rampart.local.alarm.rule.AlarmRule;
import dev.rampart.local.metrics.MetricStat;
import dev.rampart.local.metrics.math.QuerySet;
import java.time.Duration;
import java.util.Optional;

/** An alarm of a template. */
public sealed interface AlarmSettings {
  /** Returns what all alarms have. */
  AlarmIdentity identity();

  /**
   * An alarm on a metric or on an expression.
   *
   * @param queries one metric, or what the template's {@code Metrics} has
   * @param single the metric, if the template names one alone
   * @param watched the id of the query whose values are compared
   * @param band the id of the query that gives the thresholds; empty if there is a fixed one
   * @param threshold the fixed one
   * @param ignoresFewSamples whether a percentile of too few samples changes nothing
   */
  record OfMetric(
      AlarmIdentity identity,
      QuerySet queries,
      Optional<MetricStat> single,
      String watched,
      Optional<String> band,
      ThresholdTest test,
      double threshold,
      Duration period,
      int evaluationPeriods,
      int datapointsToAlarm,
      MissingData missingData,
      boolean ignoresFewSamples)
      implements AlarmSettings {}

  /**
   * An alarm on other alarms.
   *
   * @param ruleText the rule as the template has it
   */
  record Composite(
      AlarmIdentity identity, AlarmRule rule, String ruleText, Optional<Suppression> suppression)
      implements AlarmSettings {}

  /**
   * What holds the actions of a composite alarm back.
   *
   * @param alarm the name or ARN of the alarm that does
   * @param waiting how long its alarm is waited for
   * @param extension how long its effect lasts after its alarm
   */
  record Suppression(String alarm, Duration waiting, Duration extension) {}
}
