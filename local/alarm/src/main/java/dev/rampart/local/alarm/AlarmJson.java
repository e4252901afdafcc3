package dev.rampart.local.alarm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.metrics.MetricStat;
import dev.rampart.local.metrics.math.MetricQuery;

/** Shows alarms as DescribeAlarms does. */
final class AlarmJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AlarmJson() {}

  static ObjectNode of(Alarms.Status alarm) {
    AlarmIdentity identity = alarm.settings().identity();
    ObjectNode shown = JSON.objectNode();
    shown.put("AlarmName", identity.name());
    shown.put("AlarmArn", identity.arn());
    shown.put("AlarmDescription", identity.description());
    shown.put("AlarmConfigurationUpdatedTimestamp", AlarmTimes.seconds(alarm.createdAt()));
    shown.put("ActionsEnabled", alarm.actionsEnabled());
    identity.okActions().forEach(shown.putArray("OKActions")::add);
    identity.alarmActions().forEach(shown.putArray("AlarmActions")::add);
    identity.insufficientDataActions().forEach(shown.putArray("InsufficientDataActions")::add);
    shown.put("StateValue", alarm.state().value().name());
    shown.put("StateReason", alarm.state().reason());
    if (!alarm.state().reasonData().isEmpty()) {
      shown.put("StateReasonData", alarm.state().reasonData());
    }
    shown.put("StateUpdatedTimestamp", AlarmTimes.seconds(alarm.state().at()));
    shown.put("StateTransitionedTimestamp", AlarmTimes.seconds(alarm.state().at()));
    switch (alarm.settings()) {
      case AlarmSettings.OfMetric ofMetric -> ofMetric(shown, ofMetric);
      case AlarmSettings.Composite composite -> composite(shown, composite, alarm);
    }
    return shown;
  }

  private static void composite(
      ObjectNode shown, AlarmSettings.Composite composite, Alarms.Status alarm) {
    shown.put("AlarmRule", composite.ruleText());
    composite
        .suppression()
        .ifPresent(
            suppression -> {
              shown.put("ActionsSuppressor", suppression.alarm());
              shown.put("ActionsSuppressorWaitPeriod", suppression.waiting().toSeconds());
              shown.put("ActionsSuppressorExtensionPeriod", suppression.extension().toSeconds());
            });
    alarm.suppressedBy().ifPresent(by -> shown.put("ActionsSuppressedBy", by.name()));
  }

  private static void ofMetric(ObjectNode shown, AlarmSettings.OfMetric alarm) {
    if (alarm.single().isPresent()) {
      single(shown, alarm.single().get());
    } else {
      ArrayNode metrics = shown.putArray("Metrics");
      alarm.queries().queries().forEach(query -> metrics.add(query(query)));
    }
    shown.put("EvaluationPeriods", alarm.evaluationPeriods());
    shown.put("DatapointsToAlarm", alarm.datapointsToAlarm());
    if (alarm.band().isPresent()) {
      shown.put("ThresholdMetricId", alarm.band().get());
    } else {
      shown.put("Threshold", alarm.threshold());
    }
    shown.put("ComparisonOperator", alarm.test().operator());
    shown.put("TreatMissingData", alarm.missingData().setting());
    if (alarm.ignoresFewSamples()) {
      shown.put("EvaluateLowSampleCountPercentile", "ignore");
    }
  }

  private static void single(ObjectNode shown, MetricStat stat) {
    shown.put("MetricName", stat.key().name());
    shown.put("Namespace", stat.key().namespace());
    shown.put(
        stat.statistic().isPercentile() ? "ExtendedStatistic" : "Statistic",
        stat.statistic().name());
    shown.set("Dimensions", stat.key().dimensionList());
    shown.put("Period", stat.period().toSeconds());
    stat.unit().ifPresent(unit -> shown.put("Unit", unit));
  }

  private static ObjectNode query(MetricQuery query) {
    ObjectNode shown = JSON.objectNode().put("Id", query.id());
    switch (query) {
      case MetricQuery.Expression expression -> shown.put("Expression", expression.text());
      case MetricQuery.Metric metric -> {
        ObjectNode stat = shown.putObject("MetricStat");
        ObjectNode named = stat.putObject("Metric");
        named.put("Namespace", metric.stat().key().namespace());
        named.put("MetricName", metric.stat().key().name());
        named.set("Dimensions", metric.stat().key().dimensionList());
        stat.put("Period", metric.stat().period().toSeconds());
        stat.put("Stat", metric.stat().statistic().name());
      }
    }
    if (!query.label().isEmpty()) {
      shown.put("Label", query.label());
    }
    return shown.put("ReturnData", query.returnsData());
  }
}
