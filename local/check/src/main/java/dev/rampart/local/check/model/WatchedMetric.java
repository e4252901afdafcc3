package dev.rampart.local.check.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A metric that an alarm or an anomaly detector looks at.
 *
 * @param holder the alarm or the detector
 * @param id its name in the expressions of the alarm; empty if there are none
 * @param periodSeconds 0 if none is named
 */
public record WatchedMetric(
    Resource holder,
    String id,
    String namespace,
    String name,
    Map<String, String> dimensions,
    String statistic,
    int periodSeconds) {
  public WatchedMetric {
    dimensions = Map.copyOf(dimensions);
  }

  /** Returns those of an alarm. */
  public static List<WatchedMetric> ofAlarm(Resource alarm) {
    List<WatchedMetric> metrics = new ArrayList<>();
    if (alarm.properties().has("MetricName")) {
      String statistic = alarm.text("Statistic", alarm.text("ExtendedStatistic", ""));
      metrics.add(
          metric(alarm, "", alarm.properties(), statistic, alarm.property("Period").asInt()));
    }
    for (JsonNode query : Json.list(alarm.property("Metrics"))) {
      JsonNode stat = query.path("MetricStat");
      if (stat.isObject()) {
        String id = query.path("Id").asText();
        String statistic = stat.path("Stat").asText();
        metrics.add(metric(alarm, id, stat.path("Metric"), statistic, stat.path("Period").asInt()));
      }
    }
    return metrics;
  }

  /** Returns those of all alarms. */
  public static List<WatchedMetric> ofAlarms(CheckedTemplate subject) {
    return subject.ofType(Types.ALARM).stream().flatMap(alarm -> ofAlarm(alarm).stream()).toList();
  }

  /** Returns that of an anomaly detector. */
  public static WatchedMetric ofDetector(Resource detector) {
    JsonNode single = detector.property("SingleMetricAnomalyDetector");
    JsonNode metric = single.isObject() ? single : detector.properties();
    return metric(detector, "", metric, metric.path("Stat").asText(), 0);
  }

  private static WatchedMetric metric(
      Resource holder, String id, JsonNode metric, String statistic, int periodSeconds) {
    Map<String, String> dimensions = new LinkedHashMap<>();
    for (JsonNode dimension : Json.list(metric.path("Dimensions"))) {
      dimensions.put(dimension.path("Name").asText(), dimension.path("Value").asText());
    }
    return new WatchedMetric(
        holder,
        id,
        metric.path("Namespace").asText(),
        metric.path("MetricName").asText(),
        dimensions,
        statistic,
        periodSeconds);
  }

  /** Says whether it is a metric of a service. */
  public boolean is(String namespace, String name) {
    return this.namespace.equals(namespace) && this.name.equals(name);
  }

  /** Says whether it counts the same as another, whoever looks at it. */
  public boolean isSameAs(WatchedMetric other) {
    return is(other.namespace, other.name)
        && dimensions.equals(other.dimensions)
        && statistic.equals(other.statistic);
  }

  /** Says whether the application counts it, not a service. */
  public boolean isCustom() {
    return !namespace.startsWith("AWS/");
  }
}
