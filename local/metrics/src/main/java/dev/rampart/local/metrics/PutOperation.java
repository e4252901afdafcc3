package dev.rampart.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import java.time.Duration;
import java.time.Instant;

/**
 * PutMetricData, with CloudWatch's limits (API reference, PutMetricData and MetricDatum). Of a call
 * with a bad datum nothing is kept.
 *
 * @param now what a datum without a time is of
 */
record PutOperation(String namespace, Instant now) {
  private static final int DATA_MAX = 1_000;
  private static final int VALUES_MAX = 150;
  private static final int DIMENSIONS_MAX = 30;
  private static final int NAME_CHARS_MAX = 255;
  private static final double VALUE_MAX = Math.pow(2, 360);
  private static final Duration AGE_MAX = Duration.ofDays(14);

  private record Datum(MetricKey key, String unit, Instant at, Distribution values) {}

  static ObjectNode put(MetricStore metrics, JsonNode input) {
    KnownParameters.PUT.require(input);
    String namespace = input.path("Namespace").asText();
    if (namespace.isEmpty()
        || namespace.startsWith("AWS/")
        || namespace.length() > NAME_CHARS_MAX) {
      throw MetricInput.invalid("The value for parameter Namespace is invalid.");
    }
    JsonNode data = input.path("MetricData");
    if (data.isEmpty() || data.size() > DATA_MAX) {
      throw MetricInput.invalid(
          "The collection MetricData must have 1 to " + DATA_MAX + " members.");
    }
    PutOperation put = new PutOperation(namespace, metrics.now());
    for (Datum each : data.valueStream().map(put::datum).toList()) {
      metrics.add(each.key(), each.unit(), each.at(), each.values());
    }
    return JsonNodeFactory.instance.objectNode();
  }

  private Datum datum(JsonNode datum) {
    KnownParameters.DATUM.require(datum);
    String name = datum.path("MetricName").asText();
    if (name.isEmpty() || name.length() > NAME_CHARS_MAX) {
      throw MetricInput.invalid("The parameter MetricName must have 1 to 255 characters.");
    }
    JsonNode dimensions = datum.path("Dimensions");
    if (dimensions.size() > DIMENSIONS_MAX) {
      throw MetricInput.invalid("The collection Dimensions must have at most 30 members.");
    }
    for (JsonNode dimension : dimensions) {
      String value = dimension.path("Value").asText();
      if (dimension.path("Name").asText().isEmpty() || value.isEmpty() || value.length() > 1024) {
        throw MetricInput.invalid("Each of the Dimensions needs a Name and a Value.");
      }
    }
    return new Datum(
        MetricInput.key(namespace, datum),
        datum.path("Unit").asText("None"),
        time(datum),
        values(datum));
  }

  private Instant time(JsonNode datum) {
    Instant at = datum.hasNonNull("Timestamp") ? MetricInput.time(datum, "Timestamp") : now;
    if (at.isBefore(now.minus(AGE_MAX)) || at.isAfter(now.plus(MetricStore.AHEAD_MAX))) {
      throw MetricInput.invalid(
          "The parameter Timestamp must be between two weeks before and two hours after now.");
    }
    return at;
  }

  private static Distribution values(JsonNode datum) {
    Distribution values = new Distribution();
    JsonNode set = datum.path("StatisticValues");
    JsonNode many = datum.path("Values");
    if (set.isObject()) {
      values.add(
          new StatisticSet(
              positive(set, "SampleCount"),
              number(set.path("Sum"), "Sum"),
              number(set.path("Minimum"), "Minimum"),
              number(set.path("Maximum"), "Maximum")));
    } else if (many.isArray()) {
      JsonNode counts = datum.path("Counts");
      if (many.isEmpty() || many.size() > VALUES_MAX || counts.size() > many.size()) {
        throw MetricInput.invalid(
            "The parameter Values must have 1 to 150 members, and Counts no more.");
      }
      for (int i = 0; i < many.size(); i++) {
        double times = counts.has(i) ? number(counts.get(i), "Counts") : 1;
        if (times <= 0) {
          throw MetricInput.invalid("The parameter Counts must be positive.");
        }
        values.add(number(many.get(i), "Values"), times);
      }
    } else {
      values.add(number(datum.path("Value"), "Value"), 1);
    }
    return values;
  }

  private static double positive(JsonNode object, String name) {
    double value = number(object.path(name), name);
    if (value <= 0) {
      throw MetricInput.invalid("The parameter " + name + " must be positive.");
    }
    return value;
  }

  private static double number(JsonNode value, String name) {
    double number;
    try {
      number = value.isNumber() ? value.asDouble() : Double.parseDouble(value.asText());
    } catch (NumberFormatException _) {
      throw new AwsError("MissingParameter", "The parameter " + name + " is required.");
    }
    if (!(Math.abs(number) <= VALUE_MAX)) {
      throw MetricInput.invalid("The value " + number + " for parameter " + name + " is invalid.");
    }
    return number;
  }
}
