package dev.rampart.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsError;
import java.util.Arrays;
import java.util.Set;

/**
 * The parameters of one object of a request that are looked at.
 *
 * @param of what has the parameters, for people
 */
record KnownParameters(String of, Set<String> known) {
  static final KnownParameters LIST = of("ListMetrics", "Namespace", "MetricName", "Dimensions");
  static final KnownParameters STATISTICS =
      of(
          "GetMetricStatistics",
          "Namespace",
          "MetricName",
          "Dimensions",
          "StartTime",
          "EndTime",
          "Period",
          "Statistics",
          "ExtendedStatistics",
          "Unit");
  static final KnownParameters DATA =
      of("GetMetricData", "MetricDataQueries", "StartTime", "EndTime", "ScanBy");
  static final KnownParameters QUERY =
      of("MetricDataQueries", "Id", "MetricStat", "Expression", "Label", "ReturnData");
  static final KnownParameters PUT = of("PutMetricData", "Namespace", "MetricData");
  static final KnownParameters DATUM =
      of(
          "MetricData",
          "MetricName",
          "Dimensions",
          "Timestamp",
          "Value",
          "Values",
          "Counts",
          "StatisticValues",
          "Unit");
  static final KnownParameters METRIC_STAT = of("MetricStat", "Metric", "Period", "Stat", "Unit");

  private static KnownParameters of(String of, String... known) {
    return new KnownParameters(of, Set.copyOf(Arrays.asList(known)));
  }

  /** Refuses an object with another parameter, which would otherwise be ignored in silence. */
  void require(JsonNode object) {
    MetricInput.unknown(object, known)
        .ifPresent(
            name -> {
              throw new AwsError(
                  "InvalidParameterValue",
                  "The local metrics do not support the parameter %s of %s. Leave it out."
                      .formatted(name, of));
            });
  }
}
