package dev.rampart.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.generate.GenerationException;
import dev.rampart.local.generate.Intrinsics;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the stage does for each method: it logs faults, has metrics and is throttled. An operation
 * with {@code x-rampart-throttle} in the contract has a throttle of its own; one that asks for no
 * API key needs it, since no usage plan holds for it.
 */
final class MethodSettings {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String THROTTLE = "x-rampart-throttle";

  private MethodSettings() {}

  /**
   * Returns the settings of all methods, then of each with a throttle of its own.
   *
   * @throws GenerationException if an open operation has none
   */
  static ArrayNode of(ApiContract contract) throws GenerationException {
    ArrayNode settings = JSON.arrayNode();
    settings.add(
        settings("/*", "*", Intrinsics.limit("StageRate"), Intrinsics.limit("StageBurst")));
    for (Map.Entry<String, JsonNode> path : contract.paths()) {
      for (String method : ApiContract.methods(path.getValue())) {
        settings.addAll(ofOperation(path.getKey(), method, path.getValue().path(method)));
      }
    }
    return settings;
  }

  /** HEAD is beside each GET, and has its throttle. */
  private static List<ObjectNode> ofOperation(String path, String method, JsonNode operation)
      throws GenerationException {
    JsonNode throttle = operation.path(THROTTLE);
    if (!throttle.isObject()) {
      requireNotOpen(operation);
      return List.of();
    }
    String resource = "/" + path.replace("/", "~1");
    return (method.equals("get") ? List.of("get", "head") : List.of(method))
        .stream()
            .map(each -> each.toUpperCase(Locale.ROOT))
            .map(each -> settings(resource, each, throttle.path("rate"), throttle.path("burst")))
            .toList();
  }

  private static void requireNotOpen(JsonNode operation) throws GenerationException {
    if (operation.path("security").isEmpty()) {
      throw new GenerationException(
          "the operation %s of the contract asks for nothing, so it needs %s: {rate, burst}"
              .formatted(operation.path("operationId").asText(), THROTTLE));
    }
  }

  private static ObjectNode settings(String path, String method, JsonNode rate, JsonNode burst) {
    ObjectNode settings = JSON.objectNode().put("ResourcePath", path).put("HttpMethod", method);
    settings.set("LoggingLevel", Intrinsics.ref("GatewayLogLevel"));
    settings.put("DataTraceEnabled", false);
    settings.set("MetricsEnabled", Intrinsics.ref("DetailedMetrics"));
    settings.put("CachingEnabled", false);
    settings.set("ThrottlingRateLimit", rate);
    settings.set("ThrottlingBurstLimit", burst);
    return settings;
  }
}
