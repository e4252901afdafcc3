package dev.rampart.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** GetMetricStatistics. */
final class StatisticsOperation {
  /** CloudWatch's limit for one call. */
  private static final int POINTS_MAX = 1_440;

  private StatisticsOperation() {}

  static ObjectNode answer(MetricStore metrics, JsonNode input) {
    KnownParameters.STATISTICS.require(input);
    MetricKey key = MetricInput.key(input);
    List<Statistic> plain = statistics(input.path("Statistics"));
    List<Statistic> percentiles = statistics(input.path("ExtendedStatistics"));
    if (plain.isEmpty() && percentiles.isEmpty()) {
      throw new AwsError(
          "MissingParameter", "The parameter Statistics or ExtendedStatistics is required.");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("Label", key.name());
    ArrayNode points = answer.putArray("Datapoints");
    find(metrics, key, input)
        .forEach(
            (at, values) -> {
              ObjectNode point = points.addObject();
              point.put("Timestamp", at.getEpochSecond());
              point.put("Unit", metrics.unit(key));
              plain.forEach(each -> put(point, each, values));
              if (!percentiles.isEmpty()) {
                ObjectNode extended = point.putObject("ExtendedStatistics");
                percentiles.forEach(each -> put(extended, each, values));
              }
            });
    return answer;
  }

  private static void put(ObjectNode point, Statistic statistic, Distribution values) {
    statistic.of(values).ifPresent(value -> point.put(statistic.name(), value));
  }

  private static List<Statistic> statistics(JsonNode names) {
    return names.valueStream().map(name -> MetricInput.statistic(name.asText())).toList();
  }

  private static NavigableMap<Instant, Distribution> find(
      MetricStore metrics, MetricKey key, JsonNode input) {
    Duration period = MetricInput.period(input);
    Instant from = MetricInput.time(input, "StartTime");
    Instant to = MetricInput.time(input, "EndTime");
    MetricInput.requireOrder(from, to);
    long points = Duration.between(from, to).dividedBy(period);
    if (points > POINTS_MAX) {
      throw new AwsError(
          "InvalidParameterCombination",
          "You have requested up to %,d datapoints, which exceeds the limit of 1,440."
              .formatted(points));
    }
    return input.path("Unit").asText(metrics.unit(key)).equals(metrics.unit(key))
        ? metrics.values(key, from, to, period)
        : new TreeMap<>();
  }
}
