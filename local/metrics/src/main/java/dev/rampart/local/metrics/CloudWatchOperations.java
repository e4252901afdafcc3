package dev.rampart.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The reading operations of CloudWatch, on JSON in CloudWatch's own names. */
record CloudWatchOperations(MetricStore metrics) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final long MINUTE_SECONDS = 60;
  private static final List<String> STATISTICS =
      List.of("SampleCount", "Sum", "Average", "Minimum", "Maximum");

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

  /** Returns what an operation would be authorised for; metrics are no resources of IAM. */
  static List<AwsAction> actions(String operation) {
    return List.of(new AwsAction("cloudwatch:" + operation, AwsAction.ANY));
  }

  private ObjectNode list(JsonNode input) {
    KnownParameters.LIST.require(input);
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
    if (!input.path("ExtendedStatistics").isMissingNode()) {
      throw invalid(
          "The local metrics keep no single values, so they have no percentiles. Ask for"
              + " Statistics: "
              + String.join(", ", STATISTICS)
              + ".");
    }
    KnownParameters.STATISTICS.require(input);
    MetricKey key = key(input);
    List<String> wanted =
        input.path("Statistics").valueStream().map(name -> statistic(name.asText())).toList();
    if (wanted.isEmpty()) {
      throw new AwsError("MissingParameter", "The parameter Statistics is required.");
    }
    ObjectNode answer = JSON.objectNode();
    answer.put("Label", key.name());
    ArrayNode points = answer.putArray("Datapoints");
    find(key, input, input)
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
    KnownParameters.DATA.require(input);
    boolean ascending = input.path("ScanBy").asText().equals("TimestampAscending");
    ObjectNode answer = JSON.objectNode();
    ArrayNode results = answer.putArray("MetricDataResults");
    for (JsonNode query : input.path("MetricDataQueries")) {
      JsonNode stat = query.path("MetricStat");
      if (!stat.isObject()) {
        throw invalid("The local metrics answer queries with MetricStat, not expressions.");
      }
      KnownParameters.QUERY.require(query);
      KnownParameters.METRIC_STAT.require(stat);
      if (query.path("ReturnData").asBoolean(true)) {
        results.add(result(query, stat, input, ascending));
      }
    }
    return answer;
  }

  private ObjectNode result(JsonNode query, JsonNode stat, JsonNode range, boolean ascending) {
    MetricKey key = key(stat.path("Metric"));
    String statistic = statistic(stat.path("Stat").asText());
    NavigableMap<Instant, StatisticSet> found = find(key, range, stat);
    ObjectNode result = JSON.objectNode();
    result.put("Id", query.path("Id").asText());
    result.put("Label", query.path("Label").asText(key.name()));
    ArrayNode times = result.putArray("Timestamps");
    ArrayNode values = result.putArray("Values");
    (ascending ? found : found.descendingMap())
        .forEach(
            (at, statistics) -> {
              times.add(at.getEpochSecond());
              values.add(value(statistics, statistic));
            });
    return result.put("StatusCode", "Complete");
  }

  /**
   * Returns the periods of a series.
   *
   * @param range holds the start and the end
   * @param query holds the period, and perhaps the unit that the values must have
   */
  private NavigableMap<Instant, StatisticSet> find(MetricKey key, JsonNode range, JsonNode query) {
    long seconds = query.path("Period").asLong();
    if (seconds < MINUTE_SECONDS || seconds % MINUTE_SECONDS != 0) {
      throw invalid("The parameter Period must be a multiple of 60.");
    }
    Instant from = time(range, "StartTime");
    Instant to = time(range, "EndTime");
    if (!from.isBefore(to)) {
      throw invalid("The parameter StartTime must be less than the parameter EndTime.");
    }
    return query.path("Unit").asText(metrics.unit(key)).equals(metrics.unit(key))
        ? metrics.statistics(key, from, to, Duration.ofSeconds(seconds))
        : new TreeMap<>();
  }

  private static MetricKey key(JsonNode input) {
    Map<String, String> dimensions = new HashMap<>();
    input
        .path("Dimensions")
        .forEach(d -> dimensions.put(d.path("Name").asText(), d.path("Value").asText()));
    return new MetricKey(
        input.path("Namespace").asText(), input.path("MetricName").asText(), dimensions);
  }

  private static String statistic(String name) {
    if (!STATISTICS.contains(name)) {
      throw invalid(
          "The local metrics keep no statistic %s, only %s."
              .formatted(name, String.join(", ", STATISTICS)));
    }
    return name;
  }

  private static double value(StatisticSet statistics, String name) {
    return switch (name) {
      case "SampleCount" -> statistics.count();
      case "Sum" -> statistics.sum();
      case "Average" -> statistics.average();
      case "Minimum" -> statistics.minimum();
      default -> statistics.maximum();
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
