package dev.rampart.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.gateway.gate.RequestGate;
import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.gateway.response.GatewayRefusal;
import dev.rampart.local.gateway.response.GatewayResponses;
import dev.rampart.local.gateway.response.MappingTemplateTest;
import dev.rampart.local.gateway.response.ResponseType;
import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Template;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How refusals of the gates and failures of the function are told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GatewayResponsesTest {
  private static final List<String> SECURITY_FIELDS =
      List.of(
          "Cache-Control",
          "Content-Security-Policy",
          "Referrer-Policy",
          "Strict-Transport-Security",
          "X-Content-Type-Options",
          "X-Frame-Options",
          "x-amzn-RequestId");

  private Running running;

  @BeforeAll
  void start() {
    running = Running.start(settings -> settings.withIntegrationTimeout(Duration.ofMillis(300)));
  }

  @BeforeEach
  void aGoodFunction() {
    running.function = (_, _) -> Running.answered("{\"statusCode\":200}");
  }

  @AfterAll
  void stop() {
    running.close();
  }

  private void isProblem(HttpResponse<String> answer, String gate) {
    JsonNode problem = Running.json(answer);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
    assertThat(problem.path("gate").asText()).isEqualTo(gate);
    assertThat(problem.path("type").asText()).isNotEmpty();
    assertThat(problem.path("title").asText()).isNotEmpty();
    assertThat(problem.path("detail").asText()).isNotEmpty();
    String id = answer.headers().firstValue("x-amzn-RequestId").orElse("");
    assertThat(problem.path("requestId").asText()).isEqualTo(id);
    assertThat(problem.path("instance").asText()).isEqualTo("urn:rampart:request:" + id);
    for (String field : SECURITY_FIELDS) {
      assertThat(answer.headers().allValues(field)).as(field).hasSize(1);
    }
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
  }

  @Test
  void b39_every_refusal_is_a_problem_that_names_its_gate() {
    isProblem(running.get("/v1/nothing"), "edge");
    isProblem(running.send(running.anonymous("/v1/submissions")), "token");
    isProblem(running.getWithToken(running.tokens.withClaim("scope", "x")), "token");
    isProblem(
        running.send(
            running
                .anonymous("/v1/submissions")
                .header("Authorization", "Bearer " + running.tokens.good())),
        "plan");
    isProblem(running.post("{}"), "schema");
  }

  @Test
  void the_webAcl_judges_first_without_token_and_key() {
    RequestGate webAcl = context -> refusal(context, ResponseType.WAF_FILTERED, "bad-bot");
    try (Running guarded = Running.start(settings -> settings.withWebAcl(webAcl))) {
      HttpResponse<String> blocked =
          guarded.send(guarded.anonymous("/v1/submissions").header("User-Agent", "bad-bot"));
      assertThat(blocked.statusCode()).isEqualTo(403);
      isProblem(blocked, "waf");
      assertThat(guarded.get("/v1/submissions").statusCode()).isEqualTo(200);
    }
  }

  private static Optional<GatewayRefusal> refusal(
      RequestContext context, ResponseType type, String agent) {
    return context
        .request()
        .header("User-Agent")
        .filter(agent::equals)
        .map(_ -> GatewayRefusal.of(type, "Forbidden"));
  }

  @Test
  void what_is_no_answer_of_a_function_is_a_fault_of_the_dependency() {
    for (String answer :
        List.of(
            "",
            "null",
            "[]",
            "\"text\"",
            "not json",
            "{\"statusCode\":\"abc\"}",
            "{\"statusCode\":99}",
            "{\"statusCode\":1000}",
            "{\"statusCode\":200,\"body\":{}}",
            "{\"statusCode\":200,\"extra\":1}",
            "{\"statusCode\":200,\"headers\":{\"X-A\":\"a\\r\\nX-B: b\"}}",
            "{\"statusCode\":200,\"headers\":{\"X A\":\"a\"}}",
            "{\"statusCode\":101}",
            "{\"statusCode\":204.5}",
            "{\"statusCode\":200,\"headers\":[]}",
            "{\"statusCode\":200,\"headers\":{\"X-A\":[\"a\"]}}",
            "{\"statusCode\":200,\"headers\":{\"X-A\":\"\u4e00\"}}",
            "{\"statusCode\":200,\"headers\":{\"\":\"a\"}}",
            "{\"statusCode\":200,\"headers\":{\"X-A\":\"" + "a".repeat(11_000) + "\"}}",
            "{\"statusCode\":200,\"multiValueHeaders\":{\"X-A\":\"a\"}}",
            "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"*\"}")) {
      running.function = (_, _) -> Running.answered(answer);
      HttpResponse<String> reply = running.get("/v1/submissions");
      assertThat(reply.statusCode()).as(answer).isGreaterThanOrEqualTo(500);
      isProblem(reply, "dependency");
    }
  }

  @Test
  void an_answer_that_has_no_content_loses_its_body_and_has_no_length() {
    for (int status : List.of(204, 304)) {
      running.function =
          (_, _) -> Running.answered("{\"statusCode\":" + status + ",\"body\":\"dropped\"}");
      HttpResponse<String> reply = running.get("/v1/submissions");
      assertThat(reply.statusCode()).isEqualTo(status);
      assertThat(reply.body()).isEmpty();
      assertThat(reply.headers().firstValue("Content-Length")).isEmpty();
      assertThat(reply.headers().firstValue("x-amzn-RequestId")).isPresent();
      assertThat(running.log.getLast()).contains("\"status\":\"" + status + "\"");
    }
  }

  @Test
  void an_error_inside_the_gateway_is_answered_and_logged_like_any_refusal() {
    RequestGate broken =
        context -> {
          if (context.request().header("User-Agent").filter("breaks"::equals).isPresent()) {
            throw new StackOverflowError();
          }
          return Optional.empty();
        };
    try (Running guarded = Running.start(settings -> settings.withWebAcl(broken))) {
      HttpResponse<String> answer =
          guarded.send(guarded.request("/v1/submissions").header("User-Agent", "breaks"));
      assertThat(answer.statusCode()).isEqualTo(500);
      isProblem(answer, Running.json(answer).path("gate").asText());
      assertThat(guarded.log).hasSize(1);
      assertThat(guarded.get("/v1/submissions").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_function_that_fails_is_throttled_or_too_slow_is_told_without_its_words() {
    running.function = (_, _) -> new InvocationResult.FunctionError("java.lang.Secret", "");
    HttpResponse<String> failed = running.get("/v1/submissions");
    isProblem(failed, "dependency");
    assertThat(failed.body()).doesNotContain("Secret");

    running.function = (_, _) -> new InvocationResult.Throttled();
    HttpResponse<String> throttled = running.get("/v1/submissions");
    assertThat(throttled.statusCode()).isEqualTo(500);
    isProblem(throttled, "dependency");

    running.function =
        (_, _) -> {
          throw new IllegalStateException("Secret");
        };
    HttpResponse<String> unreached = running.get("/v1/submissions");
    assertThat(unreached.statusCode()).isEqualTo(503);
    assertThat(unreached.headers().firstValue("Retry-After")).isPresent();
    isProblem(unreached, "dependency");

    CountDownLatch never = new CountDownLatch(1);
    running.function =
        (_, _) -> {
          try {
            never.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          return Running.answered("{}");
        };
    HttpResponse<String> slow = running.get("/v1/submissions");
    assertThat(slow.statusCode()).isEqualTo(504);
    isProblem(slow, "dependency");
  }

  @Test
  void an_answer_is_passed_on_with_its_fields_but_not_with_those_of_the_gateway() {
    running.function =
        (_, _) ->
            Running.answered(
                """
                {"statusCode": 201,
                 "headers": {"Location": "/v1/submissions/1", "Content-Length": "3",
                             "WWW-Authenticate": "Bearer", "Date": "never",
                             "x-amzn-RequestId": "mine"},
                 "multiValueHeaders": {"Vary": ["Origin", "Accept"]},
                 "isBase64Encoded": true, "body": "aGVsbG8="}\
                """);
    HttpResponse<String> answer = running.get("/v1/submissions");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("hello");
    assertThat(answer.headers().firstValue("Location")).hasValue("/v1/submissions/1");
    assertThat(answer.headers().allValues("Vary")).containsExactly("Origin", "Accept");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
    assertThat(answer.headers().firstValue("x-amzn-Remapped-Date")).hasValue("never");
    assertThat(answer.headers().firstValue("x-amzn-RequestId").orElse("")).isNotEqualTo("mine");
    assertThat(answer.headers().firstValue("Date")).isPresent();
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void answers_without_a_body_have_none() {
    for (int status : List.of(204, 304)) {
      running.function = (_, _) -> Running.answered("{\"statusCode\":" + status + "}");
      HttpResponse<String> answer = running.get("/v1/submissions");
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void b70_a_client_may_choose_its_request_id_if_it_looks_like_one() {
    String good = "0198a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
    assertThat(idFor(good)).isEqualTo(good);
    for (String bad :
        List.of(
            "short", "x".repeat(65), "<script>alert(1)</script>", "a b c d e f g h", "\"}{\"a")) {
      assertThat(idFor(bad)).isNotEqualTo(bad).matches("[0-9a-f-]{36}");
    }
    assertThat(idFor(good, good)).isNotEqualTo(good);
    assertThat(running.lastEvent().path("requestContext").path("extendedRequestId").asText())
        .isNotEqualTo(good)
        .isNotEmpty();
  }

  private String idFor(String... chosen) {
    java.net.http.HttpRequest.Builder request = running.request("/v1/submissions");
    for (String id : chosen) {
      request.header("x-amzn-RequestId", id);
    }
    HttpResponse<String> answer = running.send(request);
    String id = answer.headers().firstValue("x-amzn-RequestId").orElse("");
    assertThat(running.lastEvent().path("requestContext").path("requestId").asText()).isEqualTo(id);
    return id;
  }

  @Test
  void bodies_that_do_not_fit_the_model_are_refused_before_the_function() {
    int before = running.events.size();
    for (String body :
        List.of(
            "", "{", "[]", "1", "null", "\"a\"", "{}", "{\"title\":1} x", "{\"title\":\"a\"}")) {
      HttpResponse<String> answer = running.post(body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      isProblem(answer, "schema");
    }
    assertThat(running.events).hasSize(before);
    String whole =
        "{\"title\":\"a\",\"description\":\"b\",\"category\":\"c\",\"contactEmail\":\"d\"}";
    assertThat(running.post(whole).statusCode()).isEqualTo(200);
  }

  @Test
  void a_body_that_is_not_utf8_is_refused() {
    for (byte[] body :
        List.of(new byte[] {'"', (byte) 0xff, '"'}, new byte[] {(byte) 0xc0, (byte) 0xae})) {
      HttpResponse<String> answer =
          running.send(running.request("/v1/submissions").POST(BodyPublishers.ofByteArray(body)));
      assertThat(answer.statusCode()).isEqualTo(400);
      isProblem(answer, "schema");
    }
  }

  @Test
  void without_a_template_a_refusal_is_in_the_words_of_aws() {
    GatewayResponses none = GatewayResponses.read(properties("{}"));
    RequestContext context = MappingTemplateTest.context(Map.of());
    dev.rampart.local.protocol.http.HttpResponse answer =
        none.render(GatewayRefusal.of(ResponseType.UNAUTHORIZED, "Un\"authorized"), context);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"message\":\"Un\\\"authorized\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{UNAUTHORIZED: {responseTemplates: {a/b: $input.body}}}"
            + "~A.UNAUTHORIZED.responseTemplates.a/b is not understood: $input",
        "{UNAUTHORISED: {}}~A.UNAUTHORISED is no type of gateway response",
        "{EXPIRED_TOKEN: {statusCode: many}}~A.EXPIRED_TOKEN.statusCode is not a whole number",
        "{UNAUTHORIZED: {responseParameters: {X: \"'y'\"}}}"
            + "~A.UNAUTHORIZED.responseParameters.X is no header",
      })
  void what_is_not_understood_is_named_with_its_line(String responses, String message) {
    assertThatThrownBy(() -> GatewayResponses.read(properties(responses)))
        .hasMessageStartingWith("t.yaml:1: " + message);
  }

  private static Properties properties(String written) {
    String template = "Resources: {A: {Type: X, Properties: %s}}".formatted(written);
    return Template.read("t.yaml", template).stack(Map.of()).get("A").read();
  }
}
