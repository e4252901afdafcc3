package dev.rampart.local.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The answer to a browser that asks what it may send: a mock, without the function. */
final class PreflightOperation {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String REQUEST_HEADERS =
      "Authorization,Content-Type,Idempotency-Key,If-Match,If-None-Match,X-Api-Key";
  private static final String CACHE_SECONDS = "600";
  private static final String STATUS = "204";

  private PreflightOperation() {}

  /** Returns the operation for a path with some methods. */
  static ObjectNode of(List<String> methods) {
    Map<String, String> headers =
        Map.of(
            "Access-Control-Allow-Headers", REQUEST_HEADERS,
            "Access-Control-Allow-Methods", allowed(methods),
            "Access-Control-Max-Age", CACHE_SECONDS);
    ObjectNode preflight = JSON.objectNode();
    preflight.putArray("security");
    preflight.put("x-amazon-apigateway-request-validator", "all");
    ObjectNode documented =
        preflight.putObject("responses").putObject(STATUS).put("description", "may send");
    ObjectNode names = documented.putObject("headers");
    StaticHeaders.names(headers)
        .forEach(name -> names.putObject(name).putObject("schema").put("type", "string"));
    preflight.set("x-amazon-apigateway-integration", mock(headers));
    return preflight;
  }

  private static ObjectNode mock(Map<String, String> headers) {
    ObjectNode mock = JSON.objectNode().put("type", "mock");
    // By any other rule a request of another media type reaches the mock, which answers 500 to a
    // body that is not JSON with a status in it; by this one it gets 415.
    mock.put("passthroughBehavior", "never");
    mock.putObject("requestTemplates").put("application/json", "{\"statusCode\": " + STATUS + "}");
    mock.putObject("responses")
        .putObject("default")
        .put("statusCode", STATUS)
        .set("responseParameters", StaticHeaders.mapped("method.response.header.", headers));
    return mock;
  }

  private static String allowed(List<String> methods) {
    return methods.stream()
        .map(method -> method.equals("get") ? "GET,HEAD" : method.toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(","));
  }
}
