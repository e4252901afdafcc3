package dev.rampart.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsAction;
import java.util.List;
import java.util.Map;

/** The operations of CloudWatch, on JSON in CloudWatch's own names. */
record CloudWatchOperations(MetricStore metrics, Bands bands, OtherOperations others) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  JsonNode call(String operation, JsonNode input) {
    return switch (operation) {
      case "ListMetrics" -> list(input);
      case "GetMetricStatistics" -> StatisticsOperation.answer(metrics, input);
      case "GetMetricData" -> new DataOperation(metrics, bands, input).answer();
      case "PutMetricData" -> PutOperation.put(metrics, input);
      default -> others.call(operation, input);
    };
  }

  /** Returns what an operation would be authorised for; metrics are no resources of IAM. */
  List<AwsAction> actions(String operation, JsonNode input) {
    return switch (operation) {
      case "ListMetrics", "GetMetricStatistics", "GetMetricData", "PutMetricData" ->
          List.of(new AwsAction("cloudwatch:" + operation, AwsAction.ANY));
      default -> others.actions(operation, input);
    };
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
        metric.set("Dimensions", key.dimensionList());
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
      Map<String, String> dimensions = key.dimensions();
      String value = dimensions.getOrDefault(wanted.path("Name").asText(), "");
      if (value.isEmpty() || !wanted.path("Value").asText(value).equals(value)) {
        return false;
      }
    }
    return true;
  }
}
