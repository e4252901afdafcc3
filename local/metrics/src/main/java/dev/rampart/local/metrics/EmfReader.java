package dev.rampart.local.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.protocol.ClientJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads CloudWatch's embedded metric format out of log lines: a JSON object with a member {@code
 * _aws} that names the members which are metrics and dimensions.
 */
final class EmfReader {
  private static final JsonMapper JSON = ClientJson.STRICT;

  /** CloudWatch's limits for one directive. */
  private static final int METRICS_MAX = 100;

  private static final int DIMENSIONS_MAX = 30;

  private EmfReader() {}

  /** Returns whether a line claims to hold metrics. */
  static boolean claims(String line) {
    return line.startsWith("{") && (line.contains("\"_aws\"") || claimsWithEscapes(line));
  }

  /** The name may be written with escapes, which few lines have: only those are parsed for it. */
  private static boolean claimsWithEscapes(String line) {
    try {
      return line.contains("\\u") && JSON.readTree(line).has("_aws");
    } catch (JsonProcessingException _) {
      return false;
    }
  }

  /** Returns the samples of a line; empty if it does not keep to the format. */
  static Optional<List<Sample>> read(String line) {
    try {
      JsonNode root = JSON.readTree(line);
      JsonNode aws = root.path("_aws");
      if (!aws.path("Timestamp").isIntegralNumber() || !aws.path("CloudWatchMetrics").isArray()) {
        return Optional.empty();
      }
      Instant at = Instant.ofEpochMilli(aws.path("Timestamp").asLong());
      List<Sample> samples = new ArrayList<>();
      for (JsonNode directive : aws.path("CloudWatchMetrics")) {
        if (!read(root, directive, at, samples)) {
          return Optional.empty();
        }
      }
      return Optional.of(samples);
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static boolean read(JsonNode root, JsonNode directive, Instant at, List<Sample> samples) {
    JsonNode metrics = directive.path("Metrics");
    if (!directive.path("Namespace").isTextual() || metrics.size() > METRICS_MAX) {
      return false;
    }
    for (JsonNode names : directive.path("Dimensions")) {
      Optional<Map<String, String>> dimensions = dimensions(root, names);
      if (dimensions.isEmpty()) {
        return false;
      }
      for (JsonNode metric : metrics) {
        String name = metric.path("Name").asText();
        Optional<List<Double>> values = values(root.path(name));
        if (values.isEmpty()) {
          return false;
        }
        samples.add(
            new Sample(
                new MetricKey(directive.path("Namespace").asText(), name, dimensions.get()),
                metric.path("Unit").asText("None"),
                at,
                values.get()));
      }
    }
    return true;
  }

  private static Optional<Map<String, String>> dimensions(JsonNode root, JsonNode names) {
    if (!names.isArray() || names.size() > DIMENSIONS_MAX) {
      return Optional.empty();
    }
    Map<String, String> dimensions = new HashMap<>();
    for (JsonNode name : names) {
      JsonNode value = root.path(name.asText());
      if (!value.isTextual()) {
        return Optional.empty();
      }
      dimensions.put(name.asText(), value.asText());
    }
    return Optional.of(dimensions);
  }

  private static Optional<List<Double>> values(JsonNode node) {
    List<Double> values = new ArrayList<>();
    for (JsonNode value : node.isArray() ? node : List.of(node)) {
      // 1e999 is read as infinite.
      if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
        return Optional.empty();
      }
      values.add(value.asDouble());
    }
    return Optional.of(values);
  }
}
