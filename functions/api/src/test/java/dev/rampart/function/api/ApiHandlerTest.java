package dev.rampart.function.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.adapter.lambda.Environment;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.port.out.FaultySubmissionStore;
import dev.rampart.domain.port.out.InMemoryRequestCounter;
import dev.rampart.domain.port.out.InMemorySubmissionStore;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.SignalPublisher;
import dev.rampart.domain.port.out.SubmissionStore;
import dev.rampart.domain.submission.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The function from event to log line, over ports in memory. */
final class ApiHandlerTest {

  private static final Path COSTS =
      Path.of(Objects.requireNonNull(System.getProperty("rampart.root")), "docs", "cost.md");
  private static final Pattern SAID_BYTES = Pattern.compile("[|] `request` [|] ([0-9]+) [|]");
  // Lambda hands it over in a property of the process; a test has none.
  private static final String TRACE_ID = ",'traceId':'1-6b0ca6f7-21921b560c2344f0a3566866'";
  private static final String CANARY = "canary7f3";
  private static final String SUB = Examples.ANN.sub();
  private static final String SCOPES = "rampart/submissions.write rampart/submissions.read";
  private static final String BODY =
      """
      {"title":"canary7f3","description":"canary7f3","category":"bug",
       "contactEmail":"canary7f3@example.com"}\
      """;

  private final InMemorySubmissionStore store =
      new InMemorySubmissionStore(InstantSource.fixed(Examples.MORNING));

  @Test
  void a_request_is_one_json_line_with_what_an_auditor_asks_for() {
    Invocation.Result result = create(BODY).on(handler(store, _ -> {}));

    assertThat(result.status()).isEqualTo(201);
    assertThat(result.lines("route")).hasSize(1);
    JsonNode line = result.lines("route").getFirst();
    assertThat(line.path("requestId").asText()).isEqualTo("r-1");
    assertThat(line.path("subjectHash").asText()).hasSize(16).isNotEqualTo(SUB);
    assertThat(line.path("method").asText()).isEqualTo("POST");
    assertThat(line.path("route").asText()).isEqualTo("/v1/submissions");
    assertThat(line.path("status").asInt()).isEqualTo(201);
    assertThat(line.path("latencyMs").isIntegralNumber()).isTrue();
    assertThat(line.path("decision").asText()).isEqualTo("allowed");
    assertThat(line.has("gate")).isFalse();
    assertThat(Instant.parse(line.path("timestamp").asText())).isBefore(Instant.now());
  }

  @Test
  void the_line_of_a_request_is_as_long_as_the_cost_sheet_says() throws IOException {
    Invocation.Result result = create(BODY).withLongIds().on(handler(store, _ -> {}));
    String page = Files.readString(COSTS);
    Matcher said = SAID_BYTES.matcher(page);
    assertThat(said.find()).isTrue();
    ObjectNode line = (ObjectNode) result.lines("route").getFirst();
    // What a refusal has more is told beside the table.
    var _ = line.remove("signals");
    int bytes = line.toString().length() + TRACE_ID.length();
    assertThat(bytes).isCloseTo(Integer.parseInt(said.group(1)), Percentage.withPercentage(10));
  }

  @Test
  void a_refusal_is_logged_with_its_gate_and_problem() {
    JsonNode line = create("{").on(handler(store, _ -> {})).lines("route").getFirst();

    assertThat(line.path("decision").asText()).isEqualTo("refused");
    assertThat(line.path("gate").asText()).isEqualTo("input");
    assertThat(line.path("problem").asText()).isEqualTo("urn:rampart:problem:malformed-json");
  }

  @Test
  void no_text_of_a_client_gets_into_the_log() {
    String evil = CANARY + "\\r\\n\\u001b[2J\\\",\\\"level\\\":\\\"FATAL";
    for (Invocation invocation :
        List.of(
            create(BODY),
            create(BODY.replace("bug", CANARY)),
            create("{\"" + CANARY + "\":1}"),
            create("{\"title\":\"" + evil + "\"}"),
            create(BODY).header("X-Evil", CANARY).header("User-Agent", CANARY + "\r\nx"),
            create(BODY).header("Idempotency-Key", CANARY),
            create(BODY).header("Authorization", "Bearer " + CANARY).header("Cookie", CANARY),
            Invocation.of("GET", "/v1/" + CANARY).as(SUB, SCOPES))) {
      Invocation.Result result =
          invocation.on(
              handler(
                  store,
                  _ -> {
                    throw new PortUnavailable("bus");
                  }));

      assertThat(result.output()).doesNotContain(CANARY);
      assertThat(result.lines("route").toString()).doesNotContain(SUB);
      assertThat(result.output().lines()).allSatisfy(line -> Invocation.json(line));
      assertThat(result.lines("route")).hasSize(1);
    }
  }

  @Test
  void a_signal_that_the_bus_did_not_take_is_in_the_log() {
    Invocation.Result deaf =
        create("{")
            .on(
                handler(
                    store,
                    _ -> {
                      throw new PortUnavailable("bus");
                    }));

    assertThat(deaf.status()).isEqualTo(400);
    assertThat(deaf.lines("signal")).hasSize(1);
    JsonNode signal = deaf.lines("signal").getFirst().path("signal");
    assertThat(signal.path("point").asText()).isEqualTo("SCHEMA_VIOLATION");
    assertThat(signal.path("source").path("ip").asText()).isEqualTo("203.0.113.7");
    assertThat(create("{").on(handler(store, _ -> {})).lines("signal")).isEmpty();
  }

  @Test
  void the_line_of_a_refusal_has_its_signals_as_they_are_on_the_bus_but_for_the_name() {
    List<Signal> published = new ArrayList<>();
    String body = "{\"title\":1,\"more\":1}";

    JsonNode line = create(body).on(handler(store, published::addAll)).lines("route").getFirst();

    assertThat(published).isNotEmpty();
    assertThat(line.path("signals")).hasSameSizeAs(published);
    JsonNode signal = line.path("signals").get(0);
    assertThat(signal.path("signalId").asText()).isEqualTo(published.getFirst().id().text());
    assertThat(signal.at("/source/principal")).isEqualTo(line.path("subjectHash"));
    assertThat(signal.path("point")).isEqualTo(line.path("point"));
    assertThat(create(BODY).on(handler(store, _ -> {})).lines("route").getFirst().has("signals"))
        .isFalse();
  }

  @Test
  void requests_are_counted_by_outcome_and_gate() {
    ApiHandler handler = handler(store, _ -> {});
    List<JsonNode> good = create(BODY).on(handler).lines("Requests");
    List<JsonNode> bad = create("{").on(handler).lines("Requests");

    assertThat(good).hasSize(1);
    assertThat(good.getFirst().path("Outcome").asText()).isEqualTo("allowed");
    assertThat(bad).hasSize(1);
    JsonNode counted = bad.getFirst();
    assertThat(counted.path("Outcome").asText()).isEqualTo("refused");
    assertThat(counted.path("Gate").asText()).isEqualTo("input");
    assertThat(counted.path("Requests").asDouble()).isEqualTo(1);
    JsonNode emf = counted.path("_aws").path("CloudWatchMetrics").path(0);
    assertThat(emf.path("Namespace").asText()).isEqualTo("Rampart/test");
    assertThat(emf.path("Dimensions").toString()).contains("Outcome", "Gate");
  }

  @Test
  void shortly_before_lambda_would_kill_it_the_function_gives_up_and_says_so() {
    Invocation.Result result = create(BODY).remaining(900).on(handler(store, _ -> {}));

    assertThat(result.status()).isEqualTo(503);
    assertThat(result.body().path("gate").asText()).isEqualTo("dependency");
    assertThat(result.proxy().path("headers").path("Retry-After").asText()).isEqualTo("2");
    assertThat(store.events()).isEmpty();
    assertThat(create(BODY).remaining(10_000).on(handler(store, _ -> {})).status()).isEqualTo(201);
  }

  @Test
  void a_fault_of_ours_is_logged_by_its_frames_and_without_its_message() {
    SubmissionStore broken =
        new FaultySubmissionStore(
            store,
            () -> {
              throw new IllegalStateException(CANARY);
            });

    Invocation.Result result = create(BODY).on(handler(broken, _ -> {}));

    assertThat(result.status()).isEqualTo(500);
    JsonNode line = result.lines("failure").getFirst();
    assertThat(line.path("level").asText()).isEqualTo("ERROR");
    assertThat(line.path("failure").toString()).contains("IllegalStateException", "CreateHandler");
    assertThat(result.output()).doesNotContain(CANARY);
  }

  private ApiHandler handler(SubmissionStore submissions, SignalPublisher publisher) {
    ApiSettings settings = ApiSettings.from(new Environment(ApiSettingsTest.ENVIRONMENT));
    return new ApiHandler(
        ApiWiring.wire(
            submissions,
            store,
            new InMemoryRequestCounter(),
            publisher,
            () -> Examples.SECRET,
            InstantSource.fixed(Examples.MORNING),
            settings),
        settings);
  }

  private static Invocation create(String body) {
    return Invocation.of("POST", "/v1/submissions")
        .as(SUB, SCOPES)
        .header("Idempotency-Key", "\"k1\"")
        .body(body);
  }
}
