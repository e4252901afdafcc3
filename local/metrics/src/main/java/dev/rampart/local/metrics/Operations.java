package dev.rampart.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** The reading operations of CloudWatch, on JSON in CloudWatch's own names. */
record Operations(Metrics metrics) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final long MINUTE_SECONDS = 60;

  JsonNode call(String operation, JsonNode input) {
    return switch (operation) {
      case "ListMetrics" -> list(input);
      case "GetMetricStatistics" -> statistics(input);
      case "GetMetricData" -> data(input);
      default ->
          throw new AwsError(
              "InvalidAction", "The local metrics have no operation " + operation + ".");
    };
  }

  private ObjectNode list(JsonNode input) {
    ObjectNode answer = JSON.objectNode();
    ArrayNode list = answer.putArray("Metrics");
    for (MetricKey key : metrics.keys()) {
      if (matches(key, input)) {
        ObjectNode metric = list.addObject();
        metric.put("Namespace", key.namespace());
        metric.put("MetricName", key.name());
        metric.set("Dimensions", dimensions(key));
      }
    }
    return answer;
  }

  private static boolean matches(MetricKey key, JsonNode input) {
    if (!input.path("Namespace").asText(key.namespace()).equals(key.namespace())
        || !input.path("MetricName").asText(key.name()).equals(key.name())) {
      return false;
    }
    for (JsonNode wanted : input.path("Dimensions")) {
      String name = wanted.path("Name").asText();
      String value = key.dimensions().getOrDefault(name, "");
      if (value.isEmpty() || !wanted.path("Value").asText(value).equals(value)) {
        return false;
      }
    }
    return true;
  }

  private static ArrayNode dimensions(MetricKey key) {
    ArrayNode list = JSON.arrayNode();
    key.dimensions().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> list.addObject().put("Name", entry.getKey()).put("Value", entry.getValue()));
    return list;
  }

  private ObjectNode statistics(JsonNode input) {
    MetricKey key = key(input);
    List<String> wanted = new ArrayList<>();
    input.path("Statistics").forEach(statistic -> wanted.add(statistic.asText()));
    ObjectNode answer = JSON.objectNode();
    answer.put("Label", key.name());
    ArrayNode points = answer.putArray("Datapoints");
    find(key, input, input.path("Period"))
        .forEach(
            (at, statistics) -> {
              ObjectNode point = points.addObject();
              point.put("Timestamp", at.getEpochSecond());
              point.put("Unit", metrics.unit(key));
              wanted.forEach(statistic -> point.put(statistic, value(statistics, statistic)));
            });
    return answer;
  }

  private ObjectNode data(JsonNode input) {
    boolean ascending = input.path("ScanBy").asText().equals("TimestampAscending");
    ObjectNode answer = JSON.objectNode();
    ArrayNode results = answer.putArray("MetricDataResults");
    for (JsonNode query : input.path("MetricDataQueries")) {
      JsonNode stat = query.path("MetricStat");
      if (!stat.isObject()) {
        throw invalid("The local metrics answer queries with MetricStat, not expressions.");
      }
      MetricKey key = key(stat.path("Metric"));
      NavigableMap<Instant, Statistics> found = find(key, input, stat.path("Period"));
      ObjectNode result = results.addObject();
      result.put("Id", query.path("Id").asText());
      result.put("Label", query.path("Label").asText(key.name()));
      ArrayNode times = result.putArray("Timestamps");
      ArrayNode values = result.putArray("Values");
      (ascending ? found : found.descendingMap())
          .forEach(
              (at, statistics) -> {
                times.add(at.getEpochSecond());
                values.add(value(statistics, stat.path("Stat").asText()));
              });
      result.put("StatusCode", "Complete");
    }
    return answer;
  }

  private NavigableMap<Instant, Statistics> find(MetricKey key, JsonNode range, JsonNode period) {
    long seconds = period.asLong();
    if (seconds < MINUTE_SECONDS || seconds % MINUTE_SECONDS != 0) {
      throw invalid("The parameter Period must be a multiple of 60.");
    }
    Instant from = time(range, "StartTime");
    Instant to = time(range, "EndTime");
    if (!from.isBefore(to)) {
      throw invalid("The parameter StartTime must be less than the parameter EndTime.");
    }
    return metrics.statistics(key, from, to, Duration.ofSeconds(seconds));
  }

  private static MetricKey key(JsonNode input) {
    Map<String, String> dimensions = new HashMap<>();
    input
        .path("Dimensions")
        .forEach(d -> dimensions.put(d.path("Name").asText(), d.path("Value").asText()));
    return new MetricKey(
        input.path("Namespace").asText(), input.path("MetricName").asText(), dimensions);
  }

  private static double value(Statistics statistics, String name) {
    return switch (name) {
      case "SampleCount" -> statistics.count();
      case "Sum" -> statistics.sum();
      case "Average" -> statistics.average();
      case "Minimum" -> statistics.minimum();
      case "Maximum" -> statistics.maximum();
      default -> throw invalid("The local metrics keep no statistic " + name + ".");
    };
  }

  /** Clients send seconds since 1970 in JSON and RFC 3339 in forms. */
  private static Instant time(JsonNode input, String name) {
    JsonNode value = input.path(name);
    try {
      return value.isNumber()
          ? Instant.ofEpochMilli(value.decimalValue().movePointRight(3).longValue())
          : Instant.parse(value.asText());
    } catch (DateTimeException _) {
      throw invalid("The parameter " + name + " is not a time.");
    }
  }

  private static AwsError invalid(String message) {
    return new AwsError("InvalidParameterValue", message);
  }
}
