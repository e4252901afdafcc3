package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.adapter.in.apigateway.submission.TestApi.GOOD;
import static dev.rampart.domain.submission.Examples.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.Signal;
import org.junit.jupiter.api.Test;

/** The inspector between form and domain: what is refused, what is only reported. */
final class InspectionTest {

  private final TestApi api = new TestApi();

  @Test
  void injections_are_refused_field_by_field_and_nothing_is_stored() {
    String body =
        GOOD.replace("Roof", "' or '1'='1").replace("4 < 5", "<script>alert(canary)</script>");

    Answered answer = api.send(Call.create(body).as(ANN));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("injection-suspected");
    assertThat(answer.gate()).isEqualTo("inspection");
    assertThat(answer.faults())
        .containsExactlyInAnyOrder(
            "/title injection-suspected", "/details/Room injection-suspected");
    assertThat(answer.text()).doesNotContain("'1'='1", "alert");
    assertThat(api.store.events()).isEmpty();
  }

  @Test
  void each_refused_field_is_a_signal_that_holds_no_text_of_the_client() {
    String body =
        GOOD.replace("Roof", "' or '1'='1").replace("4 < 5", "<script>alert(canary)</script>");

    assertThat(api.send(Call.create(body).as(ANN)).status()).isEqualTo(422);

    assertThat(api.signals).hasSize(2);
    Signal sql = api.signals.getFirst();
    assertThat(sql.point()).isEqualTo(DetectionPoint.INJECTION_SQL);
    assertThat(sql.gate()).isEqualTo(Gate.INSPECTION);
    assertThat(sql.evidence().field()).contains("/title");
    assertThat(sql.evidence().attackClass()).contains("sqli");
    assertThat(sql.source().address().orElseThrow().text()).isEqualTo("203.0.113.7");
    assertThat(sql.source().principal()).contains(ANN.sub());
    assertThat(sql.source().client()).contains(Call.CLIENT);
    assertThat(sql.source().apiKeyId()).contains("key1");
    assertThat(sql.request().status()).hasValue(422);
    assertThat(api.signals.getLast().evidence().field()).contains("/details/…");
    assertThat(api.signals).extracting(signal -> signal.id().text()).doesNotHaveDuplicates();
    assertThat(api.signals.toString()).doesNotContain("Room", "canary", "1'='1");
  }

  @Test
  void an_attack_without_a_class_of_its_own_is_refused_and_reported_too() {
    String body = GOOD.replace("Roof", "a%0d%0aSet-Cookie:%20role=root");

    assertThat(api.send(Call.create(body).as(ANN)).problem()).isEqualTo("injection-suspected");

    assertThat(api.signals).hasSize(1);
    assertThat(api.signals.getFirst().point()).isEqualTo(DetectionPoint.INJECTION_OTHER);
    assertThat(api.signals.getFirst().evidence().attackClass()).contains("other");
  }

  @Test
  void a_patch_and_a_review_are_inspected_too() {
    String id = api.created(ANN, "k");
    Call patch = Call.one("PATCH", id).as(ANN).patch("{\"title\":\"' or 1=1\"}");
    Call review =
        Call.review(id, "{\"decision\":\"accept\",\"reason\":\"${jndi:ldap://x}\"}")
            .as("r", Call.REVIEW);

    assertThat(api.send(patch.header("If-Match", "*")).problem()).isEqualTo("injection-suspected");
    assertThat(api.send(review.header("If-Match", "*")).problem()).isEqualTo("injection-suspected");
  }

  @Test
  void two_short_lines_are_stored_without_a_signal() {
    String body = GOOD.replace("It leaks.\\nSince Monday.", "Hello\\nworld");

    assertThat(api.send(Call.create(body).as(ANN)).status()).isEqualTo(201);
    assertThat(api.signals).isEmpty();
  }
}
