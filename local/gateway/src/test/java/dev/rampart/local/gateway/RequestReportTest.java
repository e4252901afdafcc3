package dev.rampart.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.protocol.lambda.InvocationResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What whoever watches a gateway is told of each request. */
final class RequestReportTest {
  private final List<RequestReport> reports = new CopyOnWriteArrayList<>();

  private static String told(RequestReport report) {
    return "%s %s %d %s %s"
        .formatted(
            report.method(),
            report.target(),
            report.status(),
            report.passed(),
            report.refusal().map(RequestReport.Refusal::gate).orElse("answered"));
  }

  @Test
  void each_request_is_told_with_the_gates_that_it_passed_and_who_refused_it() {
    try (Running running = Running.start(settings -> settings.reportingTo(reports::add))) {
      String id = running.get("/v1/submissions/1").headers().firstValue("x-amzn-RequestId").get();
      running.send(running.anonymous("/v1/submissions"));
      running.get("/v1/nothing?secret=1");
      running.post("[]");
      running.function =
          (_, _) ->
              Running.answered(
                  """
                  {"statusCode": 422, "body": "{\\"gate\\": \\"inspection\\", \\"title\\": \\"No.\\"}"}
                  """);
      running.get("/v1/submissions");
      running.function = (_, _) -> Running.answered("{\"statusCode\": 404, \"body\": \"gone\"}");
      running.get("/v1/submissions");

      assertThat(reports.getFirst().requestId()).isEqualTo(id);
      assertThat(reports.stream().map(RequestReportTest::told))
          .containsExactly(
              "GET /v1/submissions/{id} 200 [token, plan, schema] answered",
              "GET /v1/submissions 401 [] token",
              "GET /v1/nothing 404 [] edge",
              "POST /v1/submissions 400 [token, plan] schema",
              "GET /v1/submissions 422 [token, plan] inspection",
              "GET /v1/submissions 404 [token, plan] answered");
      assertThat(reports.get(4).refusal().orElseThrow().reason()).isEqualTo("No.");
    }
  }

  @Test
  void gates_that_ask_nothing_are_told_apart_and_causes_are_told_to_whoever_watches() {
    try (Running running = Running.start(settings -> settings.reportingTo(reports::add))) {
      running.function = (_, _) -> new InvocationResult.Throttled();
      running.get("/v1/submissions");
      running.send(running.anonymous("/v1/health"));

      assertThat(reports.getFirst().notAsked()).containsExactly("waf", "schema");
      assertThat(reports.getFirst().refusal().orElseThrow().cause()).contains("throttled");
      assertThat(reports.getLast().passed()).isEmpty();
      assertThat(reports.getLast().notAsked()).containsExactly("waf", "token", "plan", "schema");
      assertThat(running.gateway.idleGates()).containsExactly("waf");
    }
  }

  @Test
  void what_the_front_refuses_is_no_error_of_the_server() {
    try (Running running = Running.start(settings -> settings.reportingTo(reports::add))) {
      RawClient client = new RawClient(running.gateway.port());
      client.sendToTheEnd(
          "GET /v1/health HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: gzip\r\n\r\n");
      client.sendToTheEnd("GET /v1/health HTTP/1.0\r\nHost: a\r\n\r\n");
      running.function = (_, _) -> Running.answered("{\"statusCode\": 503, \"body\": \"down\"}");
      running.get("/v1/submissions");
      running.function = (_, _) -> Running.answered("no answer of a function");
      running.get("/v1/submissions");

      assertThat(reports.stream().map(report -> report.status() + " " + report.isServerError()))
          .containsExactly("501 false", "505 false", "503 true", "500 true");
    }
  }
}
