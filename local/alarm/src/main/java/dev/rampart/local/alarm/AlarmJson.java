package dev.rampart.local.alarm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.metrics.MetricKey;
import dev.rampart.local.metrics.MetricStat;

/** Shows alarms as DescribeAlarms does. */
final class AlarmJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final MetricQueryJson QUERIES = new MetricQueryJson(AlarmJson::metric);

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
      shown.set("Metrics", QUERIES.of(alarm.queries().queries()));
    }
    shown.put("EvaluationPeriods", alarm.evaluationPeriods());
    shown.put("DatapointsToAlarm", alarm.datapointsToAlarm());
    MetricQueryJson.putThreshold(shown, alarm);
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

  private static ObjectNode metric(MetricKey key) {
    ObjectNode shown = JSON.objectNode();
    shown.put("Namespace", key.namespace());
    shown.put("MetricName", key.name());
    shown.set("Dimensions", key.dimensionList());
    return shown;
  }
}
