package dev.rampart.local.alarm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.metrics.MetricKey;
import dev.rampart.local.metrics.MetricStat;
import dev.rampart.local.metrics.math.MetricQuery;
import dev.rampart.local.template.PseudoParameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is said of a change of state, in CloudWatch's forms. */
record AlarmMessages(PseudoParameters stack) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final MetricQueryJson QUERIES = new MetricQueryJson(AlarmMessages::metric);

  /** Regions by the names that stand in messages; of others the code is shown. */
  private static final Map<String, String> REGIONS =
      Map.of(
          "us-east-1", "US East (N. Virginia)",
          "us-east-2", "US East (Ohio)",
          "us-west-2", "US West (Oregon)",
          "eu-west-1", "EU (Ireland)",
          "eu-west-2", "EU (London)",
          "eu-central-1", "EU (Frankfurt)",
          "eu-north-1", "EU (Stockholm)");

  private String region() {
    return REGIONS.getOrDefault(stack.region(), stack.region());
  }

  String subject(StateChange change) {
    return "%s: \"%s\" in %s".formatted(change.after().value(), change.name(), region());
  }

  /** Returns what programs get through a topic. */
  ObjectNode message(StateChange change) {
    AlarmIdentity identity = change.alarm().identity();
    ObjectNode message = JSON.objectNode();
    message.put("AlarmName", identity.name());
    message.put("AlarmDescription", identity.description());
    message.put("AWSAccountId", stack.accountId());
    message.put("NewStateValue", change.after().value().name());
    message.put("NewStateReason", change.after().reason());
    message.put("StateChangeTime", AlarmTimes.offset(change.after().at()));
    message.put("Region", region());
    message.put("AlarmArn", identity.arn());
    message.put("OldStateValue", change.before().value().name());
    identity.okActions().forEach(message.putArray("OKActions")::add);
    identity.alarmActions().forEach(message.putArray("AlarmActions")::add);
    identity.insufficientDataActions().forEach(message.putArray("InsufficientDataActions")::add);
    switch (change.alarm()) {
      case AlarmSettings.OfMetric alarm -> message.set("Trigger", trigger(alarm));
      case AlarmSettings.Composite alarm -> {
        message.put("AlarmRule", alarm.ruleText());
        children(message.putArray("TriggeringChildren"), change.children());
      }
    }
    return message;
  }

  private static void children(ArrayNode list, List<StateChange.Child> children) {
    for (StateChange.Child child : children) {
      list.addObject()
          .put("Arn", child.arn())
          .putObject("State")
          .put("Value", child.state().name())
          .put("Timestamp", AlarmTimes.offset(child.at()));
    }
  }

  private static ObjectNode trigger(AlarmSettings.OfMetric alarm) {
    ObjectNode trigger = JSON.objectNode();
    alarm.single().ifPresent(stat -> single(trigger, stat));
    trigger.put("Period", alarm.period().toSeconds());
    trigger.put("EvaluationPeriods", alarm.evaluationPeriods());
    trigger.put("DatapointsToAlarm", alarm.datapointsToAlarm());
    trigger.put("ComparisonOperator", alarm.test().operator());
    MetricQueryJson.putThreshold(trigger, alarm);
    trigger.put("TreatMissingData", alarm.missingData().setting());
    trigger.put("EvaluateLowSampleCountPercentile", alarm.ignoresFewSamples() ? "ignore" : "");
    if (alarm.single().isEmpty()) {
      trigger.set("Metrics", QUERIES.of(alarm.queries().queries()));
    }
    return trigger;
  }

  private static void single(ObjectNode trigger, MetricStat stat) {
    trigger.put("MetricName", stat.key().name());
    trigger.put("Namespace", stat.key().namespace());
    String kind = stat.statistic().isPercentile() ? "ExtendedStatistic" : "Statistic";
    trigger.put("StatisticType", kind);
    trigger.put(
        kind,
        stat.statistic().isPercentile()
            ? stat.statistic().name()
            : stat.statistic().name().toUpperCase(Locale.ROOT));
    trigger.put("Unit", stat.unit().orElse(null));
    trigger.set("Dimensions", dimensions(stat.key()));
  }

  private static ArrayNode dimensions(MetricKey key) {
    ArrayNode list = JSON.arrayNode();
    key.dimensions().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> list.addObject().put("value", each.getValue()).put("name", each.getKey()));
    return list;
  }

  private static ObjectNode metric(MetricKey key) {
    ObjectNode shown = JSON.objectNode();
    shown.set("Dimensions", dimensions(key));
    shown.put("MetricName", key.name());
    shown.put("Namespace", key.namespace());
    return shown;
  }

  /** Returns what people get by mail; the words of AWS's own mails are not published. */
  String mail(StateChange change) {
    AlarmIdentity identity = change.alarm().identity();
    return """
    You are receiving this email because your Amazon CloudWatch Alarm "%s" in the %s region \
    has entered the %s state, because "%s" at "%s".

    Alarm Details:
    - Name: %s
    - Description: %s
    - State Change: %s -> %s
    - Reason for State Change: %s
    - Timestamp: %s
    - AWS Account: %s
    - Alarm Arn: %s
    """
        .formatted(
            identity.name(),
            region(),
            change.after().value(),
            change.after().reason(),
            AlarmTimes.words(change.after().at()),
            identity.name(),
            identity.description(),
            change.before().value(),
            change.after().value(),
            change.after().reason(),
            AlarmTimes.words(change.after().at()),
            stack.accountId(),
            identity.arn());
  }

  /** Returns the detail of the event {@code CloudWatch Alarm State Change}. */
  ObjectNode event(StateChange change) {
    ObjectNode detail = JSON.objectNode().put("alarmName", change.name());
    ObjectNode configuration = detail.putObject("configuration");
    configuration.put("description", change.alarm().identity().description());
    switch (change.alarm()) {
      case AlarmSettings.OfMetric alarm -> {
        ArrayNode metrics = configuration.putArray("metrics");
        alarm.queries().queries().forEach(query -> metrics.add(eventQuery(query)));
      }
      case AlarmSettings.Composite alarm -> configuration.put("alarmRule", alarm.ruleText());
    }
    detail.set("previousState", eventState(change.before()));
    detail.set("state", eventState(change.after()));
    return detail;
  }

  private static ObjectNode eventState(AlarmState state) {
    ObjectNode shown = JSON.objectNode();
    shown.put("reason", state.reason());
    if (!state.reasonData().isEmpty()) {
      shown.put("reasonData", state.reasonData());
    }
    shown.put("timestamp", AlarmTimes.offset(state.at()));
    return shown.put("value", state.value().name());
  }

  private static ObjectNode eventQuery(MetricQuery query) {
    ObjectNode shown = JSON.objectNode().put("id", query.id());
    switch (query) {
      case MetricQuery.Expression expression -> shown.put("expression", expression.text());
      case MetricQuery.Metric metric -> {
        ObjectNode stat = shown.putObject("metricStat");
        ObjectNode named = stat.putObject("metric");
        ObjectNode dimensions = named.putObject("dimensions");
        metric.stat().key().dimensions().forEach(dimensions::put);
        named.put("name", metric.stat().key().name());
        named.put("namespace", metric.stat().key().namespace());
        stat.put("period", Long.toString(metric.stat().period().toSeconds()));
        stat.put("stat", metric.stat().statistic().name());
      }
    }
    return shown.put("returnData", query.returnsData());
  }
}
