package dev.rampart.local.alarm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.metrics.MetricKey;
import dev.rampart.local.metrics.math.MetricQuery;
import java.util.List;
import java.util.function.Function;

/** Shows what an alarm watches; the API and the messages differ in how they name a metric. */
record MetricQueryJson(Function<MetricKey, ObjectNode> metric) {
  ArrayNode of(List<MetricQuery> queries) {
    ArrayNode shown = JsonNodeFactory.instance.arrayNode();
    queries.forEach(query -> shown.add(of(query)));
    return shown;
  }

  private ObjectNode of(MetricQuery query) {
    ObjectNode shown = JsonNodeFactory.instance.objectNode().put("Id", query.id());
    switch (query) {
      case MetricQuery.Expression expression -> shown.put("Expression", expression.text());
      case MetricQuery.Metric watched -> {
        ObjectNode stat = shown.putObject("MetricStat");
        stat.set("Metric", metric.apply(watched.stat().key()));
        stat.put("Period", watched.stat().period().toSeconds());
        stat.put("Stat", watched.stat().statistic().name());
      }
    }
    if (!query.label().isEmpty()) {
      shown.put("Label", query.label());
    }
    return shown.put("ReturnData", query.returnsData());
  }

  /** Puts what the values of an alarm are held against. */
  static void putThreshold(ObjectNode shown, AlarmSettings.OfMetric alarm) {
    if (alarm.band().isPresent()) {
      shown.put("ThresholdMetricId", alarm.band().get());
    } else {
      shown.put("Threshold", alarm.threshold());
    }
  }
}
