package dev.rampart.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.generate.GenerationException;
import dev.rampart.local.generate.Intrinsics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The definition of the API for API Gateway. The contract is OpenAPI 3.1; API Gateway imports
 * 3.0.1, and wants integrations, validators, models, preflights and a HEAD beside each GET.
 */
final class GatewayBody {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  // Room for unknown members: the function lists each as a fault, which the validator cannot.
  private static final int MODEL_PROPERTIES_MAX = 64;
  private static final String FUNCTION = "x-rampart-function";
  private static final String FIRST_FUNCTION = "ApiFunction";
  private static final String VALIDATOR = "x-amazon-apigateway-request-validator";

  private final ApiContract contract;
  private final Set<String> models = new TreeSet<>();

  private GatewayBody(ApiContract contract) {
    this.contract = contract;
  }

  /**
   * Returns the definition, as {@code DefinitionBody} of the API's resource.
   *
   * @throws GenerationException if the contract cannot be expressed
   */
  static ObjectNode of(ApiContract contract) throws GenerationException {
    return new GatewayBody(contract).definition();
  }

  private ObjectNode definition() throws GenerationException {
    ObjectNode body = JSON.objectNode().put("openapi", "3.0.1");
    ObjectNode info = body.putObject("info");
    info.set("title", Intrinsics.sub("rampart-${Stage}"));
    info.put("version", contract.version());
    body.put("x-amazon-apigateway-api-key-source", "HEADER");
    body.putObject("x-amazon-apigateway-request-validators")
        .putObject("all")
        .put("validateRequestBody", true)
        .put("validateRequestParameters", true);
    body.put(VALIDATOR, "all");
    ObjectNode paths = body.putObject("paths");
    for (Map.Entry<String, JsonNode> path : contract.paths()) {
      paths.set(path.getKey(), path(path.getValue()));
    }
    ConsolePaths.addTo(paths);
    ObjectNode components = body.putObject("components");
    components.set("securitySchemes", schemes());
    ObjectNode schemas = components.putObject("schemas");
    models.forEach(name -> schemas.set(name, model(contract.schema(name))));
    ObjectNode responses = body.putObject("x-amazon-apigateway-gateway-responses");
    GatewayResponse.all().forEach(each -> responses.set(each.name(), each.definition()));
    return body;
  }

  private ObjectNode path(JsonNode item) throws GenerationException {
    ObjectNode path = JSON.objectNode();
    List<String> methods = ApiContract.methods(item);
    boolean guarded = false;
    for (String method : methods) {
      JsonNode operation = item.path(method);
      path.set(method, operation(item, operation, operation.path("operationId").asText()));
      guarded |= !operation.path("security").isEmpty();
    }
    if (item.has("get")) {
      // HEAD asks what GET asks of the same function; the gateway's front end drops the body.
      JsonNode get = item.path("get");
      path.set("head", operation(item, get, get.path("operationId").asText() + "Head"));
    }
    if (guarded) {
      path.set("options", PreflightOperation.of(methods));
    }
    return path;
  }

  private ObjectNode operation(JsonNode item, JsonNode operation, String id)
      throws GenerationException {
    ObjectNode result = JSON.objectNode().put("operationId", id);
    result.set("security", security(operation.path("security")));
    result.put(VALIDATOR, "all");
    ArrayNode parameters = parameters(item, operation);
    if (!parameters.isEmpty()) {
      result.set("parameters", parameters);
    }
    if (operation.has("requestBody")) {
      result.set("requestBody", requestBody(operation));
    }
    result
        .putObject("responses")
        .putObject(success(operation))
        .put("description", "by the function");
    result.set("x-amazon-apigateway-integration", integration(operation));
    return result;
  }

  /** One object with two names means both in OpenAPI; API Gateway writes both as two objects. */
  private static ArrayNode security(JsonNode requirements) throws GenerationException {
    ArrayNode security = JSON.arrayNode();
    if (requirements.isEmpty()) {
      return security;
    }
    JsonNode requirement = requirements.path(0);
    if (requirements.size() != 1
        || !requirement.path("api_key").isArray()
        || requirement.path("cognito").isEmpty()) {
      throw new GenerationException(
          "an operation of the contract must ask for scopes and an API key, or for nothing");
    }
    security.addObject().set("cognito", requirement.path("cognito"));
    security.addObject().set("api_key", JSON.arrayNode());
    return security;
  }

  /** Only a path parameter is required here: the function answers for headers and the query. */
  private ArrayNode parameters(JsonNode item, JsonNode operation) throws GenerationException {
    ArrayNode parameters = JSON.arrayNode();
    for (JsonNode parameter : contract.parameters(item, operation)) {
      String in = parameter.path("in").asText();
      parameters
          .addObject()
          .put("name", parameter.path("name").asText())
          .put("in", in)
          .put("required", in.equals("path"))
          .putObject("schema")
          .put("type", "string");
    }
    return parameters;
  }

  private ObjectNode requestBody(JsonNode operation) {
    ObjectNode body = JSON.objectNode().put("required", true);
    ObjectNode content = body.putObject("content");
    for (Map.Entry<String, JsonNode> media :
        operation.path("requestBody").path("content").properties()) {
      String reference = media.getValue().path("schema").path("$ref").asText();
      models.add(reference.substring(reference.lastIndexOf('/') + 1));
      content.putObject(media.getKey()).putObject("schema").put("$ref", reference);
    }
    return body;
  }

  /** Asks for what must be there in any case; every other fault is the function's to list. */
  private static ObjectNode model(JsonNode schema) {
    ObjectNode model = JSON.objectNode().put("type", "object");
    if (schema.has("required")) {
      model.set("required", schema.path("required"));
    }
    return model.put("maxProperties", MODEL_PROPERTIES_MAX);
  }

  private static String success(JsonNode operation) throws GenerationException {
    return operation.path("responses").properties().stream()
        .map(Map.Entry::getKey)
        .filter(status -> status.startsWith("2"))
        .findFirst()
        .orElseThrow(
            () ->
                new GenerationException(
                    "the operation " + operation.path("operationId").asText() + " never succeeds"));
  }

  /** An operation names the function that answers it, if that is not the first one. */
  private static ObjectNode integration(JsonNode operation) {
    String function = operation.path(FUNCTION).asText(FIRST_FUNCTION);
    ObjectNode integration = JSON.objectNode().put("type", "aws_proxy").put("httpMethod", "POST");
    integration
        .putObject("uri")
        .putArray("Fn::Sub")
        .add(
            "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
                + "${Alias}/invocations")
        .addObject()
        .set("Alias", Intrinsics.ref(function + ".Alias"));
    return integration;
  }

  private static ObjectNode schemes() {
    ObjectNode schemes = JSON.objectNode();
    ObjectNode token = schemes.putObject("cognito").put("type", "apiKey");
    token.put("name", "Authorization").put("in", "header");
    token.put("x-amazon-apigateway-authtype", "cognito_user_pools");
    token
        .putObject("x-amazon-apigateway-authorizer")
        .put("type", "cognito_user_pools")
        .putArray("providerARNs")
        .add(Intrinsics.attribute("UserPool", "Arn"));
    schemes.putObject("api_key").put("type", "apiKey").put("name", "x-api-key").put("in", "header");
    return schemes;
  }
}
