package dev.rampart.local.check.rule.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Operation;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who may call a method. */
final class AuthorizationRules {
  private static final String SECURITY = "security";
  private static final String COGNITO = "cognito_user_pools";

  private AuthorizationRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "API-24",
            "Each method asks for a token of the user pool of the template",
            "anybody could call it",
            "security with the scheme of the authorizer; its providerARNs name the user pool",
            AuthorizationRules::authorised),
        PostureRule.must(
            "API-25",
            "Each method asks for scopes",
            "without a scope an id token passes as well, which says nothing about rights",
            "security: [{cognito: [server/scope]}, …]",
            AuthorizationRules::scoped),
        PostureRule.must(
            "API-26",
            "Each method asks for an API key",
            "nobody could bound what one client uses",
            "security: [{cognito: […]}, {api_key: []}], with a scheme of x-api-key in the header",
            AuthorizationRules::metered),
        PostureRule.must(
            "API-37",
            "No method that writes accepts a scope for reading",
            "who may read could change",
            "another scope for the writing method",
            AuthorizationRules::writingNeedsMore),
        PostureRule.must(
            "API-38",
            "What a method asks for stands in the definition of the API",
            "SAM drops the Auth of an event when there is a DefinitionBody, in silence",
            "security on each operation; no Auth on events, no DefaultAuthorizer",
            AuthorizationRules::inDefinition));
  }

  private static void authorised(CheckedTemplate subject, Examination seen) {
    for (Operation operation : Operation.calls(subject)) {
      seen.expect(!tokens(subject, operation).isEmpty(), operation.place(SECURITY));
    }
  }

  private static void scoped(CheckedTemplate subject, Examination seen) {
    for (Operation operation : Operation.calls(subject)) {
      List<String> scopes = scopes(subject, operation);
      // A scope of a resource server has its name before a slash; "openid" and the like have none.
      seen.expect(
          !scopes.isEmpty() && scopes.stream().allMatch(scope -> scope.contains("/")),
          operation.place(SECURITY));
    }
  }

  private static void metered(CheckedTemplate subject, Examination seen) {
    for (Operation operation : Operation.calls(subject)) {
      Set<String> keys = schemes(operation, AuthorizationRules::isKey);
      seen.expect(
          operation.security().keySet().stream().anyMatch(keys::contains),
          operation.place(SECURITY));
    }
  }

  private static boolean isKey(JsonNode scheme) {
    return scheme.path("type").asText().equals("apiKey")
        && scheme.path("in").asText().equals("header")
        && scheme.path("name").asText().equalsIgnoreCase("x-api-key");
  }

  private static Set<String> schemes(Operation operation, Predicate<JsonNode> wanted) {
    return Json.at(operation.api().properties(), "DefinitionBody.components.securitySchemes")
        .properties()
        .stream()
        .filter(scheme -> wanted.test(scheme.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The schemes of a method that ask for a token, each with its scopes. */
  private static List<Map.Entry<String, List<String>>> tokens(
      CheckedTemplate subject, Operation operation) {
    Set<String> authorizers = schemes(operation, scheme -> isAuthorizer(subject, scheme));
    return operation.security().entrySet().stream()
        .filter(scheme -> authorizers.contains(scheme.getKey()))
        .toList();
  }

  private static boolean isAuthorizer(CheckedTemplate subject, JsonNode scheme) {
    JsonNode authorizer = scheme.path("x-amazon-apigateway-authorizer");
    List<JsonNode> pools = Json.list(authorizer.path("providerARNs"));
    return scheme.path("x-amazon-apigateway-authtype").asText().equals(COGNITO)
        && scheme.path("type").asText().equals("apiKey")
        && scheme.path("in").asText().equals("header")
        && scheme.path("name").asText().equals("Authorization")
        && authorizer.path("type").asText().equals(COGNITO)
        && authorizer.size() == 2
        && !pools.isEmpty()
        && pools.stream().allMatch(pool -> subject.isTarget(pool, Types.USER_POOL));
  }

  private static List<String> scopes(CheckedTemplate subject, Operation operation) {
    return tokens(subject, operation).stream()
        .flatMap(scheme -> scheme.getValue().stream())
        .toList();
  }

  private static void writingNeedsMore(CheckedTemplate subject, Examination seen) {
    List<Operation> calls = Operation.calls(subject);
    for (Operation operation : calls) {
      if (!operation.isRead()) {
        List<String> reading = new ArrayList<>();
        calls.stream()
            .filter(other -> other.isRead() && other.path().equals(operation.path()))
            .forEach(other -> reading.addAll(scopes(subject, other)));
        seen.expect(
            scopes(subject, operation).stream().noneMatch(scope -> isForReading(scope, reading)),
            operation.place(SECURITY));
      }
    }
  }

  /** A scope that says that it is for writing may read as well: whoever changes looks first. */
  private static boolean isForReading(String scope, List<String> reading) {
    return scope.endsWith(".read") || (reading.contains(scope) && !scope.endsWith(".write"));
  }

  private static void inDefinition(CheckedTemplate subject, Examination seen) {
    for (Resource api : subject.ofType(Types.API)) {
      for (Operation operation : Operation.all(api)) {
        seen.expect(operation.node().path(SECURITY).isArray(), operation.place(SECURITY));
      }
      JsonNode auth = api.property("Auth");
      seen.expect(!auth.has("DefaultAuthorizer") && !auth.has("ApiKeyRequired"), api, "Auth");
    }
    for (Map.Entry<String, JsonNode> resource :
        subject.template().section("Resources").properties()) {
      for (JsonNode event : Json.at(resource.getValue(), "Properties.Events")) {
        seen.expect(
            !event.path("Properties").has("Auth"),
            Place.section(subject.template(), "Resources", resource.getKey()));
      }
    }
  }
}
