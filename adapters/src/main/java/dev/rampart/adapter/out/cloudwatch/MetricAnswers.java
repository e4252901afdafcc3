package dev.rampart.adapter.out.cloudwatch;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** What CloudWatch answered to a question, page by page, and of which metrics that was all. */
final class MetricAnswers {
  private final Map<String, ServiceMetric> asked;
  private final Map<ServiceMetric, MetricValues> values = new HashMap<>();
  private final Set<ServiceMetric> whole = new HashSet<>();

  /** Waits for the answer to a question, in which each metric has an ID. */
  MetricAnswers(Map<String, ServiceMetric> asked) {
    this.asked = Map.copyOf(asked);
  }

  void take(GetMetricDataResponse page) {
    page.metricDataResults().forEach(this::take);
  }

  private void take(MetricDataResult result) {
    Optional<ServiceMetric> metric = Optional.ofNullable(asked.get(result.id()));
    if (metric.isPresent()) {
      MetricValues known = values.computeIfAbsent(metric.get(), _ -> new MetricValues());
      int count = Math.min(result.timestamps().size(), result.values().size());
      for (int i = 0; i < count; i++) {
        known.add(result.timestamps().get(i), result.values().get(i));
      }
      note(metric.get(), result);
    }
  }

  /** A metric of which a page had some values, or none for a fault, may be whole on a later one. */
  private void note(ServiceMetric metric, MetricDataResult result) {
    if (result.statusCode() == StatusCode.COMPLETE) {
      whole.add(metric);
    } else {
      whole.remove(metric);
    }
  }

  /** There are pages that nobody reads, with values of nobody knows which metric. */
  void cut() {
    whole.clear();
  }

  MetricValues of(ServiceMetric metric) {
    return values.getOrDefault(metric, new MetricValues());
  }

  /** Returns whether there may be values of one of some metrics that did not come. */
  boolean lackSome(Collection<ServiceMetric> metrics) {
    return !whole.containsAll(metrics);
  }
}
