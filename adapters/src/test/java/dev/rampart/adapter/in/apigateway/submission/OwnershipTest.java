package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.domain.submission.Examples.ANN;
import static dev.rampart.domain.submission.Examples.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.Sha256;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody learns of another's submission. */
final class OwnershipTest {

  private static final String NOBODYS = "00000000-0000-8000-8000-000000000000";

  private final TestApi api = new TestApi();

  @Test
  void another_owners_submission_answers_like_an_unknown_id() {
    String hers = api.created(ANN, "k");
    for (String method : new String[] {"GET", "HEAD", "PATCH", "DELETE"}) {
      Answered other = api.send(call(method, hers));
      Answered unknown = api.send(call(method, NOBODYS));

      assertThat(other.status()).isEqualTo(404);
      assertThat(other.text()).isEqualTo(unknown.text());
      assertThat(other.proxy().path("headers")).isEqualTo(unknown.proxy().path("headers"));
    }
    assertThat(api.send(Call.one("GET", hers).as(ANN)).status()).isEqualTo(200);
    assertThat(api.store.events()).hasSize(1);
  }

  @Test
  void asking_for_what_is_not_there_is_reported_with_the_id() {
    String hers = api.created(ANN, "k");

    assertThat(api.send(Call.one("GET", hers).as(BOB)).problem()).isEqualTo("not-found");
    Signal signal = api.signals.getLast();
    assertThat(signal.point()).isEqualTo(DetectionPoint.OBJECT_NOT_FOUND);
    assertThat(signal.request().resourceId()).contains(hers);
    assertThat(signal.request().route()).contains("/v1/submissions/{id}");
    assertThat(signal.source().principal()).contains(BOB.sub());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "..",
        "%2e%2e",
        "1",
        "00000000-0000-4000-8000-000000000000",
        "00000000-0000-8000-8000-00000000000G",
        "00000000-0000-8000-8000-000000000000%00",
        "' or '1'='1",
        "a#b"
      })
  void a_text_that_is_no_id_is_an_unknown_id(String id) {
    Answered answer = api.send(Call.one("GET", id).as(ANN));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("not-found");
    assertThat(api.signals.getLast().request().resourceId().orElseThrow())
        .as("only a hash of what the client chose")
        .isEqualTo(Sha256.shortHex(id))
        .isNotEqualTo(id);
  }

  @Test
  void an_upper_case_id_is_another_text_and_unknown() {
    String id = api.created(ANN, "k");

    assertThat(api.send(Call.one("GET", id.toUpperCase(Locale.ROOT)).as(ANN)).status())
        .isEqualTo(404);
  }

  @Test
  void ids_have_no_order_and_no_repeats() {
    List<String> ids = IntStream.range(0, 1000).mapToObj(i -> api.created(ANN, "k" + i)).toList();

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids.stream().sorted().toList()).isNotEqualTo(ids);
    assertThat(ids.stream().map(id -> id.substring(0, 2)).distinct().count()).isGreaterThan(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET /v1/nowhere", "PUT /v1/submissions", "TRACE /v1/health", "POST /v1/health"})
  void an_unknown_path_or_method_is_404(String request) {
    String[] parts = request.split(" ", 2);
    Answered answer =
        api.send(Call.of(parts[0], parts[1]).as(ANN).header("X-HTTP-Method-Override", "GET"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("no-such-route");
    assertThat(answer.gate()).isEqualTo("edge");
    assertThat(answer.line().route()).isEqualTo("unknown");
    assertThat(api.signals.getLast().point()).isEqualTo(DetectionPoint.ROUTE_UNKNOWN);
  }

  private static Call call(String method, String id) {
    Call call = Call.one(method, id).as(BOB).header("If-Match", "\"1\"");
    return method.equals("PATCH") ? call.patch("{\"title\":\"x\"}") : call;
  }
}
