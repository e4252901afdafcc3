package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.adapter.in.apigateway.submission.TestApi.GOOD;
import static dev.rampart.domain.submission.Examples.ANN;
import static dev.rampart.domain.submission.Examples.BOB;
import static dev.rampart.domain.submission.Examples.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.adapter.in.apigateway.monitoring.MonitoringEndpoints;
import dev.rampart.adapter.in.apigateway.router.Endpoint;
import dev.rampart.adapter.in.apigateway.router.ServiceEndpoints;
import dev.rampart.adapter.in.apigateway.security.TestSecurityApi;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.submission.Examples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Answers are what the published contract says: status, members, nothing more. */
final class ContractTest {

  private final TestApi api = new TestApi();
  private final PublishedContract contract = PublishedContract.read();

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
  void the_functions_serve_the_operations_of_the_contract_with_their_scopes_and_no_other() {
    List<String> served =
        Stream.of(
                submissions(),
                TestSecurityApi.endpoints(),
                MonitoringEndpoints.of(
                    () -> {
                      throw new IllegalStateException("nobody asks");
                    }),
                ServiceEndpoints.of(() -> "{}"))
            .flatMap(List::stream)
            .map(one -> one.method() + " " + one.path() + " " + one.scope().orElse(""))
            .toList();

    assertThat(served).containsExactlyInAnyOrderElementsOf(contract.operations());
  }

  private List<Endpoint> submissions() {
    return SubmissionEndpoints.of(
        api.useCases(api.store, api.store), Inspector.standard(), () -> Examples.SECRET, api.clock);
  }

  private void checked(String method, String path, Call call) {
    contract.check(method, path, api.send(call));
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
