package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.adapter.in.apigateway.submission.TestApi.GOOD;
import static dev.rampart.domain.submission.Examples.ANN;
import static dev.rampart.domain.submission.Examples.BOB;
import static dev.rampart.domain.submission.Examples.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.rampart.adapter.in.apigateway.router.Endpoint;
import dev.rampart.adapter.in.apigateway.router.ServiceEndpoints;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.submission.Examples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Answers are what the published contract says: status, members, nothing more. */
final class ContractTest {

  private final TestApi api = new TestApi();
  private final JsonNode contract;

  ContractTest() throws IOException {
    Path file = Path.of(System.getProperty("rampart.root", "."), "docs", "openapi.yaml");
    contract = new YAMLMapper().readTree(file.toFile());
  }

  @Test
  void every_answer_holds_what_its_schema_says_and_nothing_else() {
    String id = api.created(ANN, "k");
    String item = "/v1/submissions/{id}";

    checked("POST", "/v1/submissions", Call.create(GOOD).as(ANN));
    checked("POST", "/v1/submissions", Call.create(GOOD).as(ANN));
    checked("POST", "/v1/submissions", Call.create("{").as(ANN));
    checked("POST", "/v1/submissions", Call.create("{\"a\":1}").as(ANN));
    checked("POST", "/v1/submissions", Call.create(GOOD));
    checked("POST", "/v1/submissions", Call.create(GOOD).as(ANN.sub(), Call.READ));
    checked("POST", "/v1/submissions", Call.create(GOOD).as(ANN).header("Accept", "text/html"));
    checked("POST", "/v1/submissions", Call.create(GOOD).as(ANN).header("Content-Type", "x/y"));
    checked("POST", "/v1/submissions", Call.create(GOOD.replace("Roof", "' or '1'='1")).as(ANN));
    checked("POST", "/v1/submissions", Call.create(" ".repeat(70_000)).as(ANN));
    checked("POST", "/v1/submissions", Call.create(GOOD.replace("Roof", "Wall")).as(ANN));
    checked("GET", "/v1/submissions", Call.of("GET", "/v1/submissions").as(ANN));
    checked(
        "GET", "/v1/submissions", Call.of("GET", "/v1/submissions").as(ANN).query("limit", "1"));
    checked(
        "GET", "/v1/submissions", Call.of("GET", "/v1/submissions").as(ANN).query("cursor", "1"));
    checked("GET", item, Call.one("GET", id).as(ANN));
    checked("GET", item, Call.one("GET", id).as(ANN).header("If-None-Match", "\"1\""));
    checked("GET", item, Call.one("GET", id).as(BOB));
    checked("PATCH", item, patch(id).header("If-Match", "\"1\""));
    checked("PATCH", item, patch(id).header("If-Match", "\"1\""));
    checked("PATCH", item, patch(id));
    checked("GET", "/v1/review-queue", reviewer(Call.of("GET", "/v1/review-queue")));
    String review = "/v1/submissions/{id}/review";
    checked("POST", review, reviewer(decide(id)));
    checked("POST", review, reviewer(decide(id)).header("If-Match", "\"2\""));
    checked("POST", review, reviewer(decide(id)).header("If-Match", "*"));
    checked("DELETE", item, Call.one("DELETE", id).as(ANN).header("If-Match", "*"));
    String other = api.created(ANN, "other");
    checked("DELETE", item, Call.one("DELETE", other).as(ANN).header("If-Match", "*"));
    checked("GET", item, Call.one("GET", id).as(ANN));
    checked("GET", "/v1/health", Call.of("GET", "/v1/health"));
    checked("GET", "/v1/openapi.json", Call.of("GET", "/v1/openapi.json"));
  }

  @Test
  void the_function_serves_the_operations_of_the_contract_with_their_scopes_and_no_other() {
    List<String> served =
        Stream.concat(submissions().stream(), ServiceEndpoints.of(() -> "{}").stream())
            .map(one -> one.method() + " " + one.path() + " " + one.scope().orElse(""))
            .toList();

    List<String> published =
        contract
            .path("paths")
            .propertyStream()
            .flatMap(
                path ->
                    path.getValue()
                        .propertyStream()
                        .filter(member -> !member.getKey().equals("parameters"))
                        .map(
                            member ->
                                member.getKey().toUpperCase(Locale.ROOT)
                                    + " "
                                    + path.getKey()
                                    + " "
                                    + scope(member.getValue())))
            .toList();
    assertThat(served).containsExactlyInAnyOrderElementsOf(published);
  }

  private List<Endpoint> submissions() {
    return SubmissionEndpoints.of(
        api.useCases(api.store, api.store), Inspector.standard(), () -> Examples.SECRET, api.clock);
  }

  private static String scope(JsonNode operation) {
    return operation.at("/security/0/cognito/0").asText();
  }

  private void checked(String method, String path, Call call) {
    Answered answer = api.send(call);
    String name = method + " " + path + " " + answer.status();
    JsonNode operation = contract.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    JsonNode response = resolve(operation.path("responses").path("" + answer.status()));
    assertThat(response.isMissingNode()).as(name + " is documented").isFalse();
    String type = answer.header("Content-Type");
    if (type.isEmpty()) {
      assertThat(answer.text()).as(name).isEmpty();
      assertThat(response.has("content")).as(name).isFalse();
      return;
    }
    ObjectNode schema = (ObjectNode) response.path("content").path(type).path("schema").deepCopy();
    schema.set("components", contract.path("components"));
    Set<ValidationMessage> messages =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(schema)
            .validate(answer.body());
    assertThat(messages).as(name + ": " + answer.text()).isEmpty();
  }

  private JsonNode resolve(JsonNode node) {
    return Optional.ofNullable(node.path("$ref").textValue())
        .map(reference -> contract.at(reference.substring(1)))
        .orElse(node);
  }

  private static Call patch(String id) {
    return Call.one("PATCH", id).as(ANN).patch("{\"title\":\"New\"}");
  }

  private static Call decide(String id) {
    return Call.review(id, "{\"decision\":\"accept\",\"reason\":\"Good.\"}");
  }

  private static Call reviewer(Call call) {
    return call.as(RITA.sub(), Call.REVIEW);
  }
}
