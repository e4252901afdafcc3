package dev.rampart.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads parameters of requests that several operations have. */
public final class MetricInput {
  private static final long MINUTE_SECONDS = 60;

  /** What every request of the query protocol has beside the parameters of its operation. */
  private static final Set<String> ENVELOPE = Set.of("Action", "Version");

  private static final Instant TIME_END = Instant.parse("+10000-01-01T00:00:00Z");

  private MetricInput() {}

  /** Returns the first parameter that an object has beside the known ones. */
  public static Optional<String> unknown(JsonNode object, Set<String> known) {
    return object
        .propertyStream()
        .filter(parameter -> !parameter.getValue().isNull())
        .map(Map.Entry::getKey)
        .filter(name -> !known.contains(name) && !ENVELOPE.contains(name))
        .findFirst();
  }

  /** Returns the series that an object names. */
  public static MetricKey key(JsonNode input) {
    return key(input.path("Namespace").asText(), input);
  }

  /** Returns the series of a namespace that an object names. */
  static MetricKey key(String namespace, JsonNode input) {
    Map<String, String> dimensions = new HashMap<>();
    input
        .path("Dimensions")
        .forEach(d -> dimensions.put(d.path("Name").asText(), d.path("Value").asText()));
    return new MetricKey(namespace, input.path("MetricName").asText(), dimensions);
  }

  /**
   * Returns a time between 1970 and 9999; clients send seconds since 1970 in JSON and RFC 3339 in
   * forms.
   */
  public static Instant time(JsonNode input, String name) {
    JsonNode value = input.path(name);
    try {
      Instant time =
          value.isNumber()
              ? Instant.ofEpochMilli(Math.round(value.doubleValue() * 1_000))
              : Instant.parse(value.asText());
      if (!time.isBefore(Instant.EPOCH) && time.isBefore(TIME_END)) {
        return time;
      }
    } catch (DateTimeException _) {
      // Refused below.
    }
    throw invalid("The parameter " + name + " is not a time.");
  }

  static Duration period(JsonNode input) {
    long seconds = input.path("Period").asLong();
    if (seconds < MINUTE_SECONDS || seconds % MINUTE_SECONDS != 0 || seconds > 86_400) {
      throw invalid("The parameter Period must be a multiple of 60, up to 86400.");
    }
    return Duration.ofSeconds(seconds);
  }

  static void requireOrder(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw invalid("The parameter StartTime must be less than the parameter EndTime.");
    }
  }

  static Statistic statistic(String name) {
    return Statistic.of(name)
        .orElseThrow(
            () ->
                invalid(
                    "The local metrics keep no statistic %s, only %s and percentiles such as p99."
                        .formatted(name, String.join(", ", Statistic.PLAIN))));
  }

  static MetricStat stat(JsonNode stat) {
    return new MetricStat(
        key(stat.path("Metric")),
        period(stat),
        statistic(stat.path("Stat").asText()),
        Optional.ofNullable(stat.path("Unit").textValue()));
  }

  /** Returns the refusal of a parameter. */
  public static AwsError invalid(String message) {
    return new AwsError("InvalidParameterValue", message);
  }
}
