package dev.rampart.local.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.generate.Intrinsics;
import java.util.Map;

/**
 * The paths of the console, which is no operation of the contract: its files, read from a bucket by
 * the gateway itself, and the way to its page. They are there if the template's condition holds.
 */
final class ConsolePaths {
  static final String HEADER = "method.response.header.";
  static final String INTEGRATION = "x-amazon-apigateway-integration";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String CONDITION = "HasConsole";
  private static final String FOUND = "302";

  private ConsolePaths() {}

  /** Adds the paths to those of the contract. */
  static void addTo(ObjectNode paths) {
    ObjectNode front = JSON.objectNode();
    front.set("get", front("console"));
    front.set("head", front("consoleHead"));
    paths.set("/console", ifWanted(front));
    ObjectNode files = JSON.objectNode();
    files.set("get", ConsoleFile.operation("consoleFile"));
    files.set("head", ConsoleFile.operation("consoleFileHead"));
    paths.set("/console/{file+}", ifWanted(files));
  }

  private static ObjectNode ifWanted(ObjectNode item) {
    ObjectNode choice = JSON.objectNode();
    choice.putArray("Fn::If").add(CONDITION).add(item).add(Intrinsics.ref("AWS::NoValue"));
    return choice;
  }

  /** Sends a browser to the page: API Gateway cannot tell whether a slash was at the end. */
  private static ObjectNode front(String id) {
    ObjectNode operation = open(id);
    ObjectNode mapped = StaticHeaders.mapped(HEADER, Map.of());
    mapped.set(HEADER + "Location", Intrinsics.sub("'${ConsoleUrl}'"));
    operation.set("responses", JSON.objectNode().set(FOUND, documented(mapped)));
    ObjectNode mock = operation.putObject(INTEGRATION).put("type", "mock");
    mock.put("passthroughBehavior", "never");
    mock.putObject("requestTemplates").put("application/json", "{\"statusCode\": " + FOUND + "}");
    mock.putObject("responses")
        .putObject("default")
        .put("statusCode", FOUND)
        .set("responseParameters", mapped);
    return operation;
  }

  /** Returns the beginning of an operation that asks for nothing. */
  static ObjectNode open(String id) {
    ObjectNode operation = JSON.objectNode().put("operationId", id);
    operation.putArray("security");
    return operation.put("x-amazon-apigateway-request-validator", "all");
  }

  /** Returns a response that declares the header fields which an integration maps. */
  static ObjectNode documented(ObjectNode mapped) {
    ObjectNode response = JSON.objectNode().put("description", "by the gateway");
    ObjectNode headers = response.putObject("headers");
    mapped
        .properties()
        .forEach(
            field ->
                headers
                    .putObject(field.getKey().substring(HEADER.length()))
                    .putObject("schema")
                    .put("type", "string"));
    return response;
  }
}
