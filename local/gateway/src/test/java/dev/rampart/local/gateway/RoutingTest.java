package dev.rampart.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoutingTest {
  private static final Set<String> OWN =
      Set.of("date", "x-amzn-requestid", "x-amz-apigw-id", "x-amzn-trace-id");

  private Running running;

  @BeforeAll
  void start() {
    running = Running.start();
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @BeforeEach
  void answer_plainly() {
    running.function = (_, _) -> Running.answered("{\"statusCode\": 200, \"body\": \"{}\"}");
  }

  @Test
  void an_operation_reaches_its_function_with_its_path_parameters() {
    HttpResponse<String> answer = running.get("/v1/submissions/42");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(running.lastEvent().path("resource").asText()).isEqualTo("/v1/submissions/{id}");
    assertThat(running.lastEvent().path("pathParameters").path("id").asText()).isEqualTo("42");
  }

  @Test
  void a_public_operation_asks_for_neither_token_nor_key() {
    assertThat(running.send(running.anonymous("/v1/health")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/",
    "GET,/v1",
    "GET,/v1/nothing",
    "GET,/v1/submissions/",
    "GET,/v1/submissions/1/2",
    "PUT,/v1/submissions",
    "POST,/v1/submissions/1",
    "DELETE,/v1/health",
    "GET,/V1/health",
    "GET,/dev/v1/health"
  })
  void an_unknown_path_or_method_is_not_found(String method, String path) {
    int before = running.events.size();
    HttpResponse<String> answer =
        running.send(running.request(path).method(method, BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(Running.json(answer).path("gate").asText()).isEqualTo("edge");
    assertThat(running.events).hasSize(before);
  }

  @ParameterizedTest
  @CsvSource({
    "200, /v1/submissions",
    "200, /v1/submissions/42",
    "304, /v1/submissions/42",
    "404, /v1/submissions/42",
    "200, /v1/review-queue",
    "200, /v1/openapi.json",
    "200, /v1/health"
  })
  void head_is_answered_with_the_fields_of_get_and_without_its_body(int status, String path) {
    String body = status == 304 ? "" : "{\\\"answer\\\":true}";
    running.function =
        (_, _) ->
            Running.answered(
                """
                {"statusCode": %d, "headers": {"ETag": "\\"1\\""}, "body": "%s"}\
                """
                    .formatted(status, body));
    HttpResponse<String> get = running.send(running.request(path).GET());
    HttpResponse<String> head = running.send(running.request(path).HEAD());
    assertThat(head.statusCode()).isEqualTo(get.statusCode()).isEqualTo(status);
    assertThat(head.body()).isEmpty();
    assertThat(fields(head)).isEqualTo(fields(get)).containsKeys("etag", "content-type");
    assertThat(running.lastEvent().path("httpMethod").asText()).isEqualTo("HEAD");
  }

  @Test
  void head_is_let_in_by_the_same_gates_as_get() {
    int before = running.events.size();
    HttpResponse<String> stranger = running.send(running.anonymous("/v1/submissions").HEAD());
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(stranger.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(stranger.body()).isEmpty();
    assertThat(running.send(running.request("/v1/submissions/1/review").HEAD()).statusCode())
        .isEqualTo(404);
    assertThat(running.events).hasSize(before);
  }

  @Test
  void a_preflight_is_answered_by_the_template_without_token_and_key() {
    HttpResponse<String> answer =
        running.send(
            running
                .anonymous("/v1/submissions")
                .header("Origin", "https://elsewhere.example")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("http://localhost:3000");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
        .hasValue("GET,HEAD,POST");
    assertThat(answer.headers().firstValue("Vary")).hasValue("Origin");
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "text/plain",
        "multipart/form-data; boundary=a",
        "application/jsonx"
      })
  void a_preflight_of_another_media_type_is_refused_as_aws_refuses_it(String type) {
    HttpResponse<String> answer = preflight(type);
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
    assertThat(Running.json(answer).path("gate").asText()).isEqualTo("edge");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "Application/JSON; charset=utf-8", "application/json;"})
  void a_preflight_may_say_that_it_is_json(String type) {
    assertThat(preflight(type).statusCode()).isEqualTo(204);
  }

  private HttpResponse<String> preflight(String type) {
    return running.send(
        running
            .anonymous("/v1/submissions")
            .header("Content-Type", type)
            .method("OPTIONS", BodyPublishers.ofString("a=b")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/submissions | GET, HEAD, OPTIONS, POST",
        "/v1/submissions/42 | DELETE, GET, HEAD, OPTIONS, PATCH",
        "/v1/submissions/42/review | OPTIONS, POST",
        "/v1/health?a=b | GET, HEAD",
        "/v1/nothing | DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT"
      })
  void allow_names_the_methods_of_the_path(String target, String allowed) {
    RawClient.Reply reply =
        new RawClient(running.gateway.port())
            .sendToTheEnd("TRACE " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.text()).contains("\r\nAllow: " + allowed + "\r\n");
  }

  @Test
  void a_method_override_has_no_effect() {
    running.send(
        running
            .request("/v1/submissions")
            .header("X-HTTP-Method-Override", "DELETE")
            .header("X-Method-Override", "DELETE"));
    assertThat(running.lastEvent().path("httpMethod").asText()).isEqualTo("GET");
  }

  /** Returns what an answer says, but for what every answer has of its own. */
  private static Map<String, List<String>> fields(HttpResponse<String> answer) {
    Map<String, List<String>> fields = new HashMap<>(answer.headers().map());
    assertThat(fields).containsKey("x-amzn-requestid");
    fields.keySet().removeAll(OWN);
    return fields;
  }
}
