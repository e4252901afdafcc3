package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.JSON;
import static dev.rampart.local.scenario.Caller.NOTHING;
import static dev.rampart.local.scenario.Caller.bytes;
import static dev.rampart.local.scenario.Caller.freshKey;
import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What holds for every answer, asserted of one of each kind. {@link Http} asserts the same of all
 * answers in all scenarios.
 */
final class EveryAnswerScenarioTest {
  private static final Running RUN = Running.shared();
  private static final String UNKNOWN = "018f4d7e-6c1a-8f3b-9c2d-5a7e1b0c4d6f";

  /** By method and target. */
  private static final Map<String, Reply> ANSWERS = new LinkedHashMap<>();

  private static final List<Reply> REFUSALS = new ArrayList<>();

  @BeforeAll
  static void ask() {
    String id = RUN.ann.submitted();
    ANSWERS.put("GET " + one(id), RUN.ann.get(one(id)));
    ANSWERS.put("GET " + ALL, RUN.ann.get(ALL));
    ANSWERS.put("POST " + ALL, RUN.ann.submit(good()));
    ANSWERS.put("GET /v1/review-queue", RUN.rita.get("/v1/review-queue"));
    ANSWERS.put("GET /v1/health", RUN.ann.get("/v1/health"));
    String key = "x-api-key: " + RUN.instance.apiKey();
    REFUSALS.addAll(
        List.of(
            RUN.http.send("GET", ALL, List.of(key), NOTHING),
            RUN.http.send("GET", ALL, List.of("Authorization: Bearer " + RUN.ann.token()), NOTHING),
            RUN.rita.get(ALL),
            RUN.ann.get("/v1/nothing"),
            RUN.ann.get(one(UNKNOWN)),
            RUN.ann.get(ALL + "?limit=../../etc/passwd"),
            RUN.ann.get(ALL + "?limit=0"),
            RUN.ann.get(one(id), "Accept: text/html"),
            RUN.ann.submit("{}"),
            RUN.ann.submit("{"),
            RUN.ann.submit(good().put("title", "<script>alert(document.cookie)</script>")),
            RUN.ann.send("POST", ALL, bytes(good()), JSON),
            RUN.ann.send("POST", ALL, bytes(good()), "Content-Type: text/plain", freshKey()),
            RUN.ann.patch(id, "\"9\"", "{\"title\":\"Other\"}"),
            RUN.ann.send("DELETE", one(id), NOTHING),
            RUN.ann.send("TRACE", ALL, NOTHING),
            RUN.ann.get(ALL, "X-Large: " + "a".repeat(30_000))));
  }

  private static Reply answer(String request) {
    return Objects.requireNonNull(ANSWERS.get(request));
  }

  @Test
  void b24_an_answer_holds_documented_members_and_no_other() {
    assertThat(ANSWERS).hasSize(5);
    ANSWERS.forEach(
        (request, reply) -> {
          assertThat(reply.status()).as(request).isBetween(200, 299);
          String[] line = request.split(" ", -1);
          Documented.check(line[0], line[1], reply);
          String more = reply.body().replaceFirst("\\{", "{\"version\":1,");
          assertThatThrownBy(
                  () -> Documented.check(line[0], line[1], new Reply(reply.head(), more)))
              .isInstanceOf(AssertionError.class);
        });
  }

  @Test
  void b39_each_refusal_is_a_problem_with_its_status_and_gate() {
    REFUSALS.forEach(refusal -> refusal.isAsPromised(Set.of()));
    assertThat(REFUSALS).allMatch(refusal -> refusal.status() >= 400);
    Set<String> gates =
        REFUSALS.stream()
            .map(refusal -> refusal.json().path("gate").asText())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(gates)
        .containsExactly("domain", "edge", "input", "inspection", "plan", "schema", "token", "waf");
  }

  @Test
  void b40_a_type_is_documented_and_nothing_of_the_inside_shows() throws IOException {
    Path root = Path.of(System.getProperty("rampart.root", "."));
    String page = Files.readString(root.resolve("docs/problems.md"));
    assertThat(REFUSALS)
        .allSatisfy(
            refusal -> {
              assertThat(page).contains("| `" + refusal.problem() + "` | " + refusal.status());
              assertThat(refusal.head() + refusal.body())
                  .doesNotContainIgnoringCase("exception")
                  .doesNotContainIgnoringCase("dynamo")
                  .doesNotContain("jackson", "Jackson", "java.", "\tat ", "rampart-local-");
            });
  }

  @Test
  void b50_times_are_utc_names_are_in_one_case_and_the_top_is_an_object() {
    for (Reply reply : ANSWERS.values()) {
      assertThat(reply.json().isObject()).isTrue();
      names(reply.json());
      for (String member : List.of("receivedAt", "updatedAt", "reviewedAt", "withdrawnAt")) {
        for (String time : reply.json().findValuesAsText(member)) {
          assertThat(time).endsWith("Z");
          Instant instant = DateTimeFormatter.ISO_INSTANT.parse(time, Instant::from);
          assertThat(instant).isBefore(Instant.now().plusSeconds(5));
        }
      }
    }
    assertThat(answer("POST " + ALL).json().path("receivedAt").isTextual()).isTrue();
  }

  private static void names(JsonNode json) {
    if (json.isArray()) {
      json.forEach(EveryAnswerScenarioTest::names);
    }
    json.properties()
        .forEach(
            member -> {
              if (!member.getKey().equals("details")) {
                assertThat(member.getKey()).matches("[a-z][a-zA-Z0-9]*");
                names(member.getValue());
              }
            });
  }

  @Test
  void b66_every_answer_carries_the_fields_that_keep_browsers_safe() {
    for (Reply reply : ANSWERS.values()) {
      reply.isAsPromised(Set.of());
    }
    assertThat(answer("POST " + ALL).header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer("POST " + ALL).header("Content-Type")).isEqualTo("application/json");
    assertThat(
            new Reply(answer("GET " + ALL).head().replace("X-Frame-Options: DENY", "X: y"), "{}"))
        .satisfies(
            less ->
                assertThatThrownBy(() -> less.isAsPromised(Set.of()))
                    .isInstanceOf(AssertionError.class));
  }
}
