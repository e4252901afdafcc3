package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.domain.submission.Examples.ANN;
import static dev.rampart.domain.submission.Examples.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditional requests. */
final class PreconditionsTest {

  private final TestApi api = new TestApi();
  private final String id = api.created(ANN, "k");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"1\" | 304",
        "W/\"1\" | 304",
        "\"0\", \"1\" | 304",
        "\"0\" ,W/\"1\" | 304",
        "* | 304",
        "\"2\" | 200",
        "\"0\", \"2\" | 200",
        "\"\" | 200",
        "1 | 400",
        "\"1 | 400",
        "\"1\"x | 400",
        "\"1\" \"2\" | 400",
        "\"1\",, | 304",
        ",\"1\" | 304",
        ", ,\t\"2\" , | 200",
        ", | 400",
        "'' | 400",
        "w/\"1\" | 400",
        "W/ \"1\" | 400",
        "W/1 | 400",
        ",* | 400",
        "*, \"1\" | 400",
        "\"1\", * | 400"
      })
  void if_none_match_compares_weakly(String tags, int status) {
    Answered answer = api.send(Call.one("GET", id).as(ANN).header("If-None-Match", tags));

    assertThat(answer.status()).isEqualTo(status);
    if (status == 304) {
      assertThat(answer.text()).isEmpty();
      assertThat(answer.header("ETag")).isEqualTo("\"1\"");
      assertThat(answer.proxy().path("headers").has("Content-Type")).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"1\" | 204",
        "* | 204",
        "\"0\", \"1\" | 204",
        "\"2\" | 412",
        "W/\"1\" | 412",
        "\"0\", W/\"1\" | 412",
        "1 | 400",
        "\"1 | 400"
      })
  void if_match_compares_strongly(String tags, int status) {
    assertThat(api.send(Call.one("DELETE", id).as(ANN).header("If-Match", tags)).status())
        .isEqualTo(status);
  }

  @Test
  void a_change_without_if_match_is_428() {
    for (Call call :
        new Call[] {
          Call.one("DELETE", id).as(ANN), Call.one("PATCH", id).as(ANN).patch("{\"title\":\"x\"}")
        }) {
      Answered answer = api.send(call);
      assertThat(answer.status()).isEqualTo(428);
      assertThat(answer.problem()).isEqualTo("precondition-required");
      assertThat(answer.gate()).isEqualTo("domain");
    }
    assertThat(api.store.events()).hasSize(1);
  }

  @Test
  void a_review_need_not_name_a_version() {
    Call review = Call.review(id, "{\"decision\":\"accept\",\"reason\":\"x\"}");
    assertThat(api.send(review.as("r", Call.REVIEW)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"\"1\" | 200", "* | 200", "\"2\" | 412", "W/\"1\" | 412", "\"1\",\"2\" | 400"})
  void a_review_names_the_version_it_decides_on(String tag, int status) {
    Call call = Call.review(id, "{\"decision\":\"accept\",\"reason\":\"x\"}").as("r", Call.REVIEW);

    assertThat(api.send(call.header("If-Match", tag)).status()).isEqualTo(status);
  }

  @Test
  void somebody_elses_submission_is_unknown_whatever_the_tag() {
    assertThat(api.send(Call.one("DELETE", id).as(BOB).header("If-Match", "\"1\"")).status())
        .isEqualTo(404);
    assertThat(api.send(Call.one("DELETE", id).as(BOB)).status()).isEqualTo(404);
    assertThat(
            api.send(Call.one("PATCH", id).as(BOB).patch("{}").header("If-Match", "bad")).status())
        .isEqualTo(404);
  }

  @Test
  void a_bad_body_is_told_before_a_stale_tag() {
    Call call = Call.one("PATCH", id).as(ANN).patch("{\"title\":7}").header("If-Match", "\"9\"");

    assertThat(api.send(call).problem()).isEqualTo("invalid-input");
  }

  @Test
  void of_fifty_writers_with_one_tag_exactly_one_succeeds() throws Exception {
    Callable<Integer> writer =
        () ->
            api.send(
                    Call.one("PATCH", id)
                        .as(ANN)
                        .patch("{\"title\":\"x\"}")
                        .header("If-Match", "\"1\""))
                .status();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> statuses =
          threads.invokeAll(IntStream.range(0, 50).mapToObj(_ -> writer).toList()).stream()
              .map(done -> done.resultNow())
              .toList();
      assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    }
    assertThat(api.store.events()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/submissions",
        "/v1/submissions/{id}",
        "/v1/health",
        "/v1/openapi.json",
      })
  void head_is_answered_like_get_and_the_gateway_drops_the_body(String resource) {
    Answered get = api.send(call("GET", resource));
    Answered head = api.send(call("HEAD", resource));

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.proxy()).isEqualTo(get.proxy());
    assertThat(head.line().method()).isEqualTo("HEAD");
  }

  @Test
  void head_with_a_current_tag_is_not_modified_and_with_an_old_one_is() {
    Call tagged = Call.one("HEAD", id).as(ANN).header("If-None-Match", "\"1\"");
    assertThat(api.send(tagged).status()).isEqualTo(304);
    Call old = Call.one("HEAD", id).as(ANN).header("If-None-Match", "\"0\"");
    assertThat(api.send(old).status()).isEqualTo(200);
  }

  @Test
  void head_is_no_method_where_get_is_none() {
    Answered answer = api.send(Call.of("HEAD", "/v1/submissions/{id}/review").as(ANN));
    assertThat(answer.problem()).isEqualTo("no-such-route");
  }

  private Call call(String method, String resource) {
    return resource.endsWith("{id}")
        ? Call.one(method, id).as(ANN)
        : Call.of(method, resource).as(ANN);
  }
}
