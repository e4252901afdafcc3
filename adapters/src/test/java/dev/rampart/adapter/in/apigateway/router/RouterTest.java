package dev.rampart.adapter.in.apigateway.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.Query;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A second API: it needs nothing of the submissions. */
final class RouterTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final Endpoint GREETING =
      new Endpoint(
          "GET",
          "/v1/greeting",
          Optional.of("rampart/greetings.read"),
          Set.of("name"),
          (event, caller) ->
              Reply.json(
                  200, "\"Hello " + name(new Query(event)) + ", from " + caller.subject() + "\""));

  private final List<Signal> signals = new ArrayList<>();
  private final Router router =
      new Router(
          List.of(GREETING),
          new AllowedClients(Set.of("app"), Set.of()),
          _ -> Optional.empty(),
          signals::addAll,
          CLOCK);

  private static String name(Query query) {
    return query
        .value("name")
        .filter(name -> name.length() < 10)
        .orElseThrow(
            () -> new RefusedRequest(CommonProblem.INVALID_QUERY.because("Say your name.")));
  }

  @Test
  void an_endpoint_of_its_own_is_answered() throws IOException {
    JsonNode reply = send("GET", "rampart/greetings.read", "{\"name\": [\"Ann\"]}");

    assertThat(reply.path("statusCode").asInt()).isEqualTo(200);
    assertThat(reply.path("body").asText()).isEqualTo("\"Hello Ann, from ann\"");
    assertThat(signals).isEmpty();
  }

  @Test
  void what_its_handler_refuses_is_a_problem_and_a_signal() throws IOException {
    JsonNode reply = send("GET", "rampart/greetings.read", "{\"name\": [\"much too long\"]}");

    assertThat(reply.path("statusCode").asInt()).isEqualTo(400);
    assertThat(MAPPER.readTree(reply.path("body").asText()).path("type").asText())
        .isEqualTo("urn:rampart:problem:invalid-query");
    assertThat(signals).extracting(Signal::point).containsExactly(DetectionPoint.SCHEMA_VIOLATION);
    assertThat(signals.getFirst().request().route()).contains("/v1/greeting");
  }

  @Test
  void scope_method_and_query_are_checked_before_its_handler() throws IOException {
    assertThat(status("GET", "rampart/other", "{}")).isEqualTo(403);
    assertThat(status("POST", "rampart/greetings.read", "{}")).isEqualTo(404);
    assertThat(status("GET", "rampart/greetings.read", "{\"age\": [\"7\"]}")).isEqualTo(400);
    assertThat(signals)
        .extracting(Signal::point)
        .containsExactly(
            DetectionPoint.SCOPE_DENIED,
            DetectionPoint.ROUTE_UNKNOWN,
            DetectionPoint.SCHEMA_VIOLATION);
  }

  @Test
  void an_unknown_parameter_is_named_if_its_name_is_plain() throws IOException {
    assertThat(detail("{\"age\": [\"7\"]}"))
        .isEqualTo("The query has an unknown parameter: `age`. See /v1/openapi.json.");
    assertThat(detail("{\"a<b>\": [\"7\"]}"))
        .isEqualTo("The query has an unknown parameter. See /v1/openapi.json.");
  }

  private String detail(String query) throws IOException {
    JsonNode reply = send("GET", "rampart/greetings.read", query);
    return MAPPER.readTree(reply.path("body").asText()).path("detail").asText();
  }

  @Test
  void two_endpoints_of_one_method_and_path_are_a_mistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Router(
                    List.of(GREETING, GREETING),
                    new AllowedClients(Set.of(), Set.of()),
                    _ -> Optional.empty(),
                    signals::addAll,
                    CLOCK));
  }

  private int status(String method, String scope, String query) throws IOException {
    return send(method, scope, query).path("statusCode").asInt();
  }

  private JsonNode send(String method, String scope, String query) throws IOException {
    String event =
        """
        {"httpMethod": "%s", "resource": "/v1/greeting", "path": "/v1/greeting",
         "multiValueQueryStringParameters": %s,
         "requestContext": {"requestId": "r", "extendedRequestId": "e", "authorizer": {"claims":
           {"sub": "ann", "token_use": "access", "client_id": "app", "scope": "%s"}}}}
        """
            .formatted(method, query, scope);
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    RequestLogLine line =
        router.answer(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            reply,
            Duration.ofSeconds(20));
    JsonNode answer = MAPPER.readTree(reply.toByteArray());
    assertThat(line.status()).isEqualTo(answer.path("statusCode").asInt());
    return answer;
  }
}
