package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.JSON;
import static dev.rampart.local.scenario.Caller.NOTHING;
import static dev.rampart.local.scenario.Caller.PATCH;
import static dev.rampart.local.scenario.Caller.bytes;
import static dev.rampart.local.scenario.Caller.freshKey;
import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation answers with every status that the contract documents for it. That it answers
 * with no other one is asserted of each answer in all scenarios, by {@link Documented}.
 */
final class ContractScenarioTest {
  private static final Running RUN = Running.shared();
  private static final FaultyGateway FAULTY = FaultyGateway.beside(RUN);
  private static final int TOO_MANY = 429;
  private static final String UNKNOWN = "018f4d7e-6c1a-8f3b-9c2d-5a7e1b0c4d6f";
  private static final String TITLE = "{\"title\":\"Another title\"}";
  private static final String DECISION = "{\"decision\":\"accept\",\"reason\":\"A real leak.\"}";

  /** The web ACL only counts scripts in bodies; SQL it would refuse first. */
  private static final String INJECTION = "<script>alert(document.cookie)</script>";

  /** Fields that an answer of this status cannot do without. */
  private static final Map<Integer, String> PROMISED =
      Map.of(
          201, "Location",
          304, "ETag",
          401, "WWW-Authenticate",
          429, "Retry-After",
          503, "Retry-After",
          504, "Retry-After");

  @AfterAll
  static void stop() {
    FAULTY.close();
  }

  static Stream<Arguments> documented() {
    return operations()
        .flatMap(
            operation ->
                operation.path("responses").properties().stream()
                    .map(
                        response ->
                            Arguments.of(
                                operation.path("operationId").asText(),
                                Integer.parseInt(response.getKey()))));
  }

  static Stream<Arguments> examples() {
    return operations()
        .flatMap(
            operation ->
                operation
                    .at("/requestBody/content")
                    .valueStream()
                    .flatMap(media -> media.path("examples").valueStream())
                    .map(
                        example ->
                            Arguments.of(operation.path("operationId").asText(), value(example))));
  }

  private static Stream<JsonNode> operations() {
    return RUN.contract
        .path("paths")
        .valueStream()
        .flatMap(JsonNode::valueStream)
        .filter(member -> member.has("operationId"));
  }

  private static JsonNode value(JsonNode example) {
    String reference = example.path("$ref").asText();
    JsonNode resolved = reference.isEmpty() ? example : RUN.contract.at(reference.substring(1));
    return resolved.path("value");
  }

  @ParameterizedTest
  @MethodSource("documented")
  void b72_documented(String operation, int status) {
    Reply reply =
        (operation + status).equals("addExemption409")
            ? SecurityRequests.overfull(RUN)
            : SecurityRequests.provoking(RUN, operation, status)
                .map(ContractScenarioTest::sent)
                .orElseGet(() -> provoked(operation, status));

    assertThat(reply.status()).as(reply.head() + reply.body()).isEqualTo(status);
    if (PROMISED.containsKey(status) && !isPut(operation, status)) {
      assertThat(reply.headers(PROMISED.get(status))).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void b72_examples(String operation, JsonNode example) {
    Reply reply = sent(request(operation).carrying(example));

    assertThat(reply.status()).as(reply.body()).isBetween(200, 299);
  }

  /** What a PUT creates is where it was put. */
  private static boolean isPut(String operation, int status) {
    return status == 201 && !operation.equals("createSubmission");
  }

  private static Reply provoked(String operation, int status) {
    Request request = request(operation);
    return switch (status) {
      case 200, 201, 204 -> sent(request);
      case 304 -> sent(request.with("If-None-Match: *"));
      case 400 -> sent(request.with("Host: elsewhere"));
      case 401 -> sent(request.without("Authorization"));
      case 403 -> refused(operation, request);
      case 404 -> sent(request.to(request.target().replaceFirst("[0-9a-f-]{36}", UNKNOWN)));
      case 406 -> sent(request.with("Accept: text/html"));
      case 408 -> FAULTY.http.raw(request.carrying("").saying("Content-Length", "5").bytes());
      case 409 -> sent(decided(request));
      case 412 -> sent(request.saying("If-Match", "\"9999\""));
      case 413 -> sent(request.saying("Content-Length", "70000"));
      case 414 -> sent(request.to(request.target() + "?a=" + "a".repeat(9_000)));
      case 415 -> sent(request.with("Content-Encoding: gzip"));
      case 417 -> sent(request.with("Expect: a-miracle"));
      case 421 -> sent(request.saying("Host", "elsewhere.example"));
      case 422 -> sent(request.carrying(attack(operation)));
      case 428 -> sent(request.without("If-Match"));
      case 429 -> faulty(FaultyGateway.THROTTLED, request);
      case 431 -> sent(request.with("X-Large: " + "a".repeat(30_000)));
      case 500 -> faulty(FaultyGateway.FAILS, request);
      case 501 -> sent(request.without("Content-Length").with("Transfer-Encoding: gzip"));
      case 503 -> faulty(FaultyGateway.UNREACHABLE, request);
      case 504 -> faulty(FaultyGateway.TOO_SLOW, request);
      case 505 -> sent(request.in("1.0"));
      default -> throw new AssertionError("nobody knows how to get " + status);
    };
  }

  private static Request request(String operation) {
    return switch (operation) {
      case "createSubmission" -> Request.of(RUN.ann, "POST", ALL, bytes(good()), JSON, freshKey());
      case "listSubmissions" -> Request.of(RUN.ann, "GET", ALL, NOTHING);
      case "readSubmission" -> Request.of(RUN.ann, "GET", one(RUN.ann.submitted()), NOTHING);
      case "amendSubmission" ->
          Request.of(
              RUN.ann, "PATCH", one(RUN.ann.submitted()), bytes(TITLE), PATCH, "If-Match: *");
      case "withdrawSubmission" ->
          Request.of(RUN.ann, "DELETE", one(RUN.ann.submitted()), NOTHING, "If-Match: *");
      case "reviewSubmission" ->
          Request.of(RUN.rita, "POST", one(RUN.ann.submitted()) + "/review", bytes(DECISION), JSON);
      case "listReviewQueue" -> Request.of(RUN.rita, "GET", "/v1/review-queue", NOTHING);
      case "readContract" -> Request.of(RUN.ann, "GET", "/v1/openapi.json", NOTHING);
      case "readHealth" -> Request.of(RUN.ann, "GET", "/v1/health", NOTHING);
      default ->
          SecurityRequests.of(RUN, operation)
              .orElseThrow(() -> new AssertionError("nobody knows how to ask for " + operation));
    };
  }

  /** Sends a request, again while its operation has a throttle of its own that is used up. */
  private static Reply sent(Request request) {
    Reply[] reply = new Reply[1];
    boolean let =
        Running.eventually(
            () -> {
              reply[0] = RUN.http.raw(request.bytes());
              return reply[0].status() != TOO_MANY;
            });
    assertThat(let).as(request.target()).isTrue();
    return reply[0];
  }

  private static Reply faulty(String fault, Request request) {
    return FAULTY.http.raw(request.saying("User-Agent", fault).bytes());
  }

  /** Where no key is asked for, only the firewall refuses. */
  private static Reply refused(String operation, Request request) {
    return operation.equals("readContract") || operation.equals("readHealth")
        ? faulty(FaultyGateway.BLOCKED, request)
        : sent(request.without("x-api-key"));
  }

  /** Returns the request once its submission is reviewed. */
  private static Request decided(Request request) {
    String submission = request.target().replaceFirst("/review$", "");
    Reply review = RUN.rita.send("POST", submission + "/review", bytes(DECISION), JSON);
    assertThat(review.status()).isEqualTo(200);
    return request;
  }

  private static Object attack(String operation) {
    return switch (operation) {
      case "createSubmission", "amendSubmission" -> good().put("title", INJECTION);
      default ->
          SecurityRequests.attackIn(operation, INJECTION)
              .orElseGet(() -> DECISION.replace("A real leak.", INJECTION));
    };
  }
}
