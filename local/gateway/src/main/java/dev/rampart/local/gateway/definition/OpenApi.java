package dev.rampart.local.gateway.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rampart.local.gateway.response.MappingTemplate;
import dev.rampart.local.gateway.response.ResponseParameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads API Gateway's OpenAPI body. What it says and the local gateway cannot do is an {@link
 * IllegalArgumentException}, so that nothing is dropped in silence.
 */
final class OpenApi {
  private static final String VALIDATOR = "x-amazon-apigateway-request-validator";
  private static final String INTEGRATION = "x-amazon-apigateway-integration";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch");

  private final JsonNode body;
  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4);

  OpenApi(JsonNode body) {
    this.body = body;
  }

  List<ApiOperation> operations() {
    List<ApiOperation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : body.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
        if (METHODS.contains(member.getKey())) {
          operations.add(operation(path.getKey(), member.getKey(), member.getValue()));
        } else if (!member.getKey().equals("parameters")) {
          throw new IllegalArgumentException(
              member.getKey() + " under " + path.getKey() + " is not understood");
        }
      }
    }
    if (operations.isEmpty()) {
      throw new IllegalArgumentException("the API has no operations");
    }
    return operations;
  }

  private ApiOperation operation(String path, String method, JsonNode node) {
    String name = method.toUpperCase(Locale.ROOT) + " " + path;
    if (path.contains("+}")) {
      throw new IllegalArgumentException(name + ": greedy path parameters are not understood");
    }
    JsonNode security = node.has("security") ? node.path("security") : body.path("security");
    return new ApiOperation(
        method.toUpperCase(Locale.ROOT),
        path,
        integration(name, node.path(INTEGRATION)),
        scopes(name, security),
        named(security).stream().anyMatch(scheme -> !isCognito(scheme)),
        validation(name, path, node));
  }

  private static ApiOperation.Integration integration(String name, JsonNode integration) {
    return switch (integration.path("type").asText().toLowerCase(Locale.ROOT)) {
      case "aws_proxy" -> new ApiOperation.Integration.LambdaProxy(function(name, integration));
      case "mock" -> mock(name, integration);
      default -> throw new IllegalArgumentException(name + ": the integration is not understood");
    };
  }

  /** The function in {@code …:lambda:path/2015-03-31/functions/ARN/invocations}. */
  private static String function(String name, JsonNode integration) {
    String uri = integration.path("uri").asText();
    int start = uri.indexOf("/functions/");
    int end = uri.lastIndexOf("/invocations");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(name + ": the uri names no Lambda function");
    }
    return uri.substring(start + "/functions/".length(), end);
  }

  private static ApiOperation.Integration mock(String name, JsonNode integration) {
    // By any other rule AWS hands the request of another media type to the mock, which answers 500.
    if (!integration.path("passthroughBehavior").asText().equals("never")) {
      throw new IllegalArgumentException(name + ": a mock needs passthroughBehavior: never");
    }
    Set<String> mediaTypes = new HashSet<>();
    integration
        .path("requestTemplates")
        .fieldNames()
        .forEachRemaining(type -> mediaTypes.add(type.toLowerCase(Locale.ROOT)));
    JsonNode responses = integration.path("responses");
    JsonNode response =
        responses.has("default")
            ? responses.path("default")
            : responses.valueStream().findFirst().orElse(responses);
    List<ResponseParameter> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> parameter : response.path("responseParameters").properties()) {
      String header = parameter.getKey().replaceFirst("^method\\.response\\.header\\.", "");
      fields.add(new ResponseParameter(header, parameter.getValue().asText()));
    }
    Optional<MappingTemplate> text =
        response
            .path("responseTemplates")
            .valueStream()
            .findFirst()
            .map(JsonNode::asText)
            .map(MappingTemplate::of);
    return new ApiOperation.Integration.Mock(
        Set.copyOf(mediaTypes), response.path("statusCode").asInt(200), List.copyOf(fields), text);
  }

  private Optional<Set<String>> scopes(String name, JsonNode security) {
    Set<String> scopes = new HashSet<>();
    boolean asked = false;
    for (JsonNode requirement : security) {
      for (Map.Entry<String, JsonNode> scheme : requirement.properties()) {
        if (isCognito(scheme.getKey())) {
          asked = true;
          scheme.getValue().forEach(scope -> scopes.add(scope.asText()));
        }
      }
    }
    if (asked && scopes.isEmpty()) {
      throw new IllegalArgumentException(name + ": an authorizer without scopes wants an ID token");
    }
    return asked ? Optional.of(Set.copyOf(scopes)) : Optional.empty();
  }

  private static List<String> named(JsonNode security) {
    List<String> names = new ArrayList<>();
    security.forEach(requirement -> requirement.fieldNames().forEachRemaining(names::add));
    return names;
  }

  private boolean isCognito(String name) {
    JsonNode scheme = body.path("components").path("securitySchemes").path(name);
    String type = scheme.path("x-amazon-apigateway-authtype").asText();
    if (type.equals("cognito_user_pools")) {
      return true;
    }
    if (!type.isEmpty()
        || !scheme.path("name").asText().equalsIgnoreCase(ApiOperation.API_KEY_HEADER)) {
      throw new IllegalArgumentException("the security scheme " + name + " is not understood");
    }
    return false;
  }

  private ApiOperation.Validation validation(String name, String path, JsonNode node) {
    String validator =
        node.has(VALIDATOR) ? node.path(VALIDATOR).asText() : body.path(VALIDATOR).asText();
    JsonNode rules = body.path("x-amazon-apigateway-request-validators").path(validator);
    if (!validator.isEmpty() && rules.isMissingNode()) {
      throw new IllegalArgumentException(name + ": there is no request validator " + validator);
    }
    boolean parameters = rules.path("validateRequestParameters").asBoolean();
    boolean bodies = rules.path("validateRequestBody").asBoolean();
    if (!parameters && !bodies) {
      return ApiOperation.Validation.NOTHING;
    }
    return new ApiOperation.Validation(
        parameters ? required(path, node) : List.of(),
        bodies ? models(node.path("requestBody").path("content")) : Map.of(),
        bodies && node.path("requestBody").path("required").asBoolean());
  }

  private List<ApiOperation.Required> required(String path, JsonNode node) {
    List<ApiOperation.Required> required = new ArrayList<>();
    for (JsonNode list :
        List.of(body.path("paths").path(path).path("parameters"), node.path("parameters"))) {
      for (JsonNode parameter : list) {
        if (parameter.path("required").asBoolean()) {
          required.add(ApiOperation.Required.of(parameter));
        }
      }
    }
    return List.copyOf(required);
  }

  private Map<String, Schema> models(JsonNode content) {
    Map<String, Schema> models = new HashMap<>();
    for (Map.Entry<String, JsonNode> media : content.properties()) {
      JsonNode model = media.getValue().path("schema");
      if (model instanceof ObjectNode written) {
        ObjectNode whole = written.deepCopy();
        // References point at #/components/schemas, so the models travel along.
        ObjectNode components = JsonNodeFactory.instance.objectNode();
        components.set("schemas", body.path("components").path("schemas"));
        whole.set("components", components);
        models.put(media.getKey().toLowerCase(Locale.ROOT), schemas.getSchema(whole));
      }
    }
    return Map.copyOf(models);
  }
}
