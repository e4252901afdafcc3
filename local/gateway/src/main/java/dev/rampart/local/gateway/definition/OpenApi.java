package dev.rampart.local.gateway.definition;

import com.networknt.schema.Schema;
import dev.rampart.local.gateway.response.GatewayResponses;
import dev.rampart.local.template.Properties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads API Gateway's OpenAPI body. What it says and the local gateway cannot do is refused with
 * its line, so that nothing is dropped in silence.
 */
final class OpenApi {
  private static final String GATEWAY = "x-amazon-apigateway-";
  private static final String VALIDATOR = GATEWAY + "request-validator";
  private static final String SECURITY = "security";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch");

  private final Properties body;
  private final Map<String, SecurityScheme> schemes = new HashMap<>();
  private final Map<String, Properties> validators;
  private final Models models;
  private final List<Properties> security;
  private final Optional<String> validator;

  OpenApi(Properties body) {
    this.body = body;
    body.takeDescriptions("openapi", "info", "tags", "servers", "externalDocs");
    if (body.has(GATEWAY + "api-key-source")) {
      String _ = body.oneOf(GATEWAY + "api-key-source", "HEADER");
    }
    Properties components = body.object("components");
    components
        .objectsByName("securitySchemes")
        .forEach((name, scheme) -> schemes.put(name, SecurityScheme.read(scheme)));
    this.models = Models.read(components);
    this.validators = body.objectsByName(GATEWAY + "request-validators");
    this.validator = body.optionalText(VALIDATOR);
    this.security = body.objects(SECURITY);
  }

  GatewayResponses responses() {
    return GatewayResponses.read(body.object(GATEWAY + "gateway-responses"));
  }

  List<ApiOperation> operations() {
    List<ApiOperation> operations = new ArrayList<>();
    body.objectsByName("paths").forEach((path, item) -> operations.addAll(operations(path, item)));
    if (operations.isEmpty()) {
      throw body.fault("paths", "has no operations");
    }
    return operations;
  }

  private List<ApiOperation> operations(String path, Properties item) {
    List<Parameter> shared = parameters(item);
    List<ApiOperation> operations = new ArrayList<>();
    for (String method : item.names()) {
      if (METHODS.contains(method)) {
        if (path.contains("+}/")) {
          throw item.fault(method, "has a greedy path parameter that is not at the end");
        }
        operations.add(operation(path, method, item.object(method), shared));
      }
    }
    return operations;
  }

  private ApiOperation operation(
      String path, String method, Properties operation, List<Parameter> shared) {
    operation.takeDescriptions("operationId", "summary", "description", "tags", "responses");
    List<Properties> requirements =
        operation.has(SECURITY) ? operation.objects(SECURITY) : security;
    return new ApiOperation(
        method.toUpperCase(Locale.ROOT),
        path,
        IntegrationReader.read(operation.object(GATEWAY + "integration")),
        token(requirements),
        asksForApiKey(requirements),
        validation(operation, shared));
  }

  private Optional<TokenRequirement> token(List<Properties> requirements) {
    Set<String> scopes = new LinkedHashSet<>();
    Set<String> userPools = new LinkedHashSet<>();
    for (Properties requirement : requirements) {
      for (String name : requirement.names()) {
        List<String> wanted = requirement.texts(name);
        if (scheme(requirement, name) instanceof SecurityScheme.Cognito cognito) {
          if (wanted.isEmpty()) {
            throw requirement.fault(name, "has no scopes, so it would want an ID token");
          }
          scopes.addAll(wanted);
          userPools.addAll(cognito.userPools());
        }
      }
    }
    return scopes.isEmpty()
        ? Optional.empty()
        : Optional.of(new TokenRequirement(userPools, scopes));
  }

  private boolean asksForApiKey(List<Properties> requirements) {
    return requirements.stream()
        .anyMatch(
            each ->
                each.names().stream()
                    .anyMatch(name -> scheme(each, name) instanceof SecurityScheme.ApiKey));
  }

  private SecurityScheme scheme(Properties requirement, String name) {
    return Optional.ofNullable(schemes.get(name))
        .orElseThrow(() -> requirement.fault(name, "is no security scheme of the components"));
  }

  private ApiOperation.Validation validation(Properties operation, List<Parameter> shared) {
    List<ApiOperation.Required> required = new ArrayList<>();
    for (List<Parameter> parameters : List.of(shared, parameters(operation))) {
      parameters.stream().filter(Parameter::required).map(Parameter::name).forEach(required::add);
    }
    Properties request = operation.object("requestBody");
    request.takeDescriptions("description");
    boolean bodyRequired = request.flag("required", false);
    Map<String, Schema> bodies = models.bodies(request.objectsByName("content"));
    Optional<String> name = operation.optionalText(VALIDATOR).or(() -> validator);
    if (name.isEmpty()) {
      return ApiOperation.Validation.NOTHING;
    }
    Properties rules =
        Optional.ofNullable(validators.get(name.get()))
            .orElseThrow(() -> operation.fault(VALIDATOR, "is no request validator of the API"));
    boolean checksBody = rules.flag("validateRequestBody", false);
    return new ApiOperation.Validation(
        rules.flag("validateRequestParameters", false) ? List.copyOf(required) : List.of(),
        checksBody ? bodies : Map.of(),
        checksBody && bodyRequired);
  }

  /** The schema of a parameter is for readers: API Gateway asks only whether one is there. */
  private static List<Parameter> parameters(Properties owner) {
    List<Parameter> parameters = new ArrayList<>();
    for (Properties parameter : owner.objects("parameters")) {
      parameter.takeDescriptions("description", "schema", "example");
      parameters.add(
          new Parameter(
              new ApiOperation.Required(
                  parameter.oneOf("in", "query", "header", "path"), parameter.text("name")),
              parameter.flag("required", false)));
    }
    return parameters;
  }

  private record Parameter(ApiOperation.Required name, boolean required) {}
}
