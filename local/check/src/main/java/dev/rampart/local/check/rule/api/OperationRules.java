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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods of the API: which there are, what they take, and their preflights. */
final class OperationRules {
  private static final String VALIDATOR = "x-amazon-apigateway-request-validator";
  private static final String INTEGRATION = "x-amazon-apigateway-integration";
  private static final Set<String> WITH_BODY = Set.of("post", "patch", "put");
  private static final Set<String> MEMBERS =
      Set.of(
          "operationId",
          "parameters",
          "requestBody",
          "responses",
          "security",
          VALIDATOR,
          INTEGRATION);

  private OperationRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "API-23",
            "A preflight asks for nothing and is answered by the gateway",
            "a browser sends no token with it; and a body that is no JSON would be answered 500",
            "security: [], an integration of type mock with passthroughBehavior: never",
            OperationRules::preflight),
        PostureRule.must(
            "API-27",
            "Each method has its parameters and its body checked by the gateway",
            "malformed requests would reach the function and cost",
            VALIDATOR + ": one with validateRequestBody and validateRequestParameters",
            OperationRules::validated),
        PostureRule.should(
            "API-28",
            "Each method that takes a body has a model for it, an object with bounded members",
            "any JSON would reach the function",
            "requestBody with a $ref to a schema of type object and maxProperties",
            OperationRules::modelled),
        PostureRule.must(
            "API-29",
            "No path but that of files and no method catches all, and each says no more than the"
                + " generator writes",
            "a method that nobody listed would be open, or override what is checked here",
            "a path and a method for each operation",
            OperationRules::noCatchAll),
        PostureRule.must(
            "API-30",
            "One origin may call the API, and none with cookies",
            "the page of anybody could read answers that are for the user",
            Origins.HEADER + ": the one origin, in preflights and gateway responses",
            OperationRules::oneOrigin),
        PostureRule.must(
            "API-31",
            "There are methods",
            "a check that finds no method has checked nothing",
            "paths in DefinitionBody",
            (subject, seen) ->
                seen.expect(
                    !Operation.calls(subject).isEmpty(), Place.absent("a method of the API"))));
  }

  private static void preflight(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Operation operation : all(subject)) {
      if (operation.isPreflight()) {
        JsonNode integration = operation.integration();
        JsonNode security = operation.node().path("security");
        seen.expect(security.isArray() && security.isEmpty(), operation.place("security"));
        seen.expect(
            integration.path("type").asText().equals("mock")
                && integration.path("passthroughBehavior").asText().equals("never"),
            operation.place(INTEGRATION));
      }
    }
  }

  private static List<Operation> all(CheckedTemplate subject) {
    return subject.ofType(Types.API).stream().flatMap(api -> Operation.all(api).stream()).toList();
  }

  private static void validated(CheckedTemplate subject, Examination seen) {
    for (Operation operation : Operation.calls(subject)) {
      JsonNode body = operation.api().property("DefinitionBody");
      String general = body.path(VALIDATOR).asText();
      JsonNode validator =
          body.path(VALIDATOR + "s").path(operation.node().path(VALIDATOR).asText(general));
      seen.expect(
          Json.isTrue(validator.path("validateRequestParameters"))
              && Json.isTrue(validator.path("validateRequestBody")),
          operation.place(VALIDATOR));
    }
  }

  private static void modelled(CheckedTemplate subject, Examination seen) {
    for (Operation operation : Operation.calls(subject)) {
      if (WITH_BODY.contains(operation.method())) {
        JsonNode models =
            Json.at(operation.api().properties(), "DefinitionBody.components.schemas");
        JsonNode body = operation.node().path("requestBody");
        boolean modelled =
            !body.path("content").isEmpty()
                && Json.isTrue(body.path("required"))
                && body.path("content").properties().stream()
                    .allMatch(content -> isModelled(models, content.getValue()));
        seen.expect(modelled, operation.place("requestBody"));
      }
    }
  }

  private static boolean isModelled(JsonNode models, JsonNode content) {
    String reference = Json.at(content, "schema.$ref").asText();
    JsonNode model = models.path(reference.substring(reference.lastIndexOf('/') + 1));
    return model.path("type").asText().equals("object") && model.has("maxProperties");
  }

  private static void noCatchAll(CheckedTemplate subject, Examination seen) {
    for (Operation operation : all(subject)) {
      boolean greedy = operation.path().contains("+}") && !operation.readsFile();
      boolean open = greedy || operation.method().contains("any-method");
      seen.expect(!open, operation.place(""));
      for (Map.Entry<String, JsonNode> member : operation.node().properties()) {
        seen.expect(MEMBERS.contains(member.getKey()), operation.place(member.getKey()));
      }
    }
  }

  private static void oneOrigin(CheckedTemplate subject, Examination seen) {
    for (Resource api : subject.ofType(Types.API)) {
      JsonNode answers =
          api.property("DefinitionBody").path("x-amazon-apigateway-gateway-responses");
      for (Map.Entry<String, JsonNode> answer : answers.properties()) {
        JsonNode headers = answer.getValue().path("responseParameters");
        seen.expect(
            isOne(headers, "gatewayresponse.header."),
            Place.of(api).within("answer " + answer.getKey()));
      }
    }
    for (Operation operation : all(subject)) {
      for (JsonNode answer : operation.integration().path("responses")) {
        JsonNode headers = answer.path("responseParameters");
        seen.expect(isOne(headers, "method.response.header."), operation.place(INTEGRATION));
      }
    }
  }

  private static boolean isOne(JsonNode headers, String prefix) {
    return Origins.isOne(headers.path(prefix + Origins.HEADER).asText())
        && !headers.has(prefix + Origins.CREDENTIALS);
  }
}
