package dev.rampart.adapter.in.apigateway;

import static dev.rampart.adapter.in.apigateway.TestApi.GOOD;
import static dev.rampart.domain.submission.Examples.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.domain.detection.DetectionPoint;
import dev.rampart.domain.detection.Gate;
import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.Evidence;
import dev.rampart.domain.inspection.FieldKind;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.inspection.Limit;
import dev.rampart.domain.inspection.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The inspector between form and domain: what is refused, what is only reported. */
final class InspectionTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final TestApi api = new TestApi();

  @Test
  void injections_are_refused_field_by_field_and_nothing_is_stored() {
    var body =
        GOOD.replace("Roof", "' or '1'='1").replace("4 < 5", "<script>alert(canary)</script>");

    var answer = api.send(Call.create(body).as(ANN));

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
    var body =
        GOOD.replace("Roof", "' or '1'='1").replace("4 < 5", "<script>alert(canary)</script>");

    assertThat(api.send(Call.create(body).as(ANN)).status()).isEqualTo(422);

    assertThat(api.signals).hasSize(2);
    var sql = api.signals.getFirst();
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
    var body = GOOD.replace("Roof", "a%0d%0aSet-Cookie:%20role=root");

    assertThat(api.send(Call.create(body).as(ANN)).problem()).isEqualTo("injection-suspected");

    assertThat(api.signals).hasSize(1);
    assertThat(api.signals.getFirst().point()).isEqualTo(DetectionPoint.INJECTION_OTHER);
    assertThat(api.signals.getFirst().evidence().attackClass()).contains("other");
  }

  @Test
  void a_patch_and_a_review_are_inspected_too() {
    var id = api.created(ANN, "k");
    var patch = Call.one("PATCH", id).as(ANN).patch("{\"title\":\"' or 1=1\"}");
    var review =
        Call.review(id, "{\"decision\":\"accept\",\"reason\":\"${jndi:ldap://x}\"}")
            .as("r", Call.REVIEW);

    assertThat(api.send(patch.header("If-Match", "*")).problem()).isEqualTo("injection-suspected");
    assertThat(api.send(review.header("If-Match", "*")).problem()).isEqualTo("injection-suspected");
  }

  @Test
  void a_hint_that_honest_prose_gives_too_is_no_signal() {
    var checked =
        inspect(new Verdict.Suspect(List.of(evidence(0.6 * FieldKind.PROSE.refusedFrom()))));

    assertThat(checked).isInstanceOf(Checked.Good.class);
    if (checked instanceof Checked.Good<Body>(var body)) {
      assertThat(body.suspicions()).isEmpty();
    }
  }

  @Test
  void two_short_lines_are_stored_without_a_signal() {
    var body = GOOD.replace("It leaks.\\nSince Monday.", "Hello\\nworld");

    assertThat(api.send(Call.create(body).as(ANN)).status()).isEqualTo(201);
    assertThat(api.signals).isEmpty();
  }

  @Test
  void a_weak_suspicion_is_let_through_and_reported() {
    var suspect = new Verdict.Suspect(List.of(evidence(0.9 * FieldKind.PROSE.refusedFrom())));

    var checked = inspect(suspect);

    assertThat(checked).isInstanceOf(Checked.Good.class);
    if (checked instanceof Checked.Good<Body>(var body)) {
      assertThat(body.suspicions())
          .isNotEmpty()
          .allMatch(suspicion -> suspicion.point() == DetectionPoint.INJECTION_SSTI);
    }
  }

  @Test
  void at_the_threshold_of_its_field_a_value_is_refused() {
    assertThat(inspect(new Verdict.Suspect(List.of(evidence(FieldKind.PROSE.refusedFrom())))))
        .isInstanceOf(Checked.Bad.class);
  }

  @Test
  void what_cannot_be_judged_is_refused() {
    assertThat(inspect(new Verdict.Unjudged(Limit.ENCODING))).isInstanceOf(Checked.Bad.class);
  }

  @Test
  void clean_values_leave_no_trace() {
    var checked = inspect(new Verdict.Clean());

    assertThat(checked).isInstanceOf(Checked.Good.class);
    if (checked instanceof Checked.Good<Body>(var body)) {
      assertThat(body.suspicions()).isEmpty();
    }
  }

  private static Checked<Body> inspect(Verdict verdict) {
    Inspector inspector = (_, _) -> verdict;
    return Inspection.of(BodySchema.REVIEW, json("{\"reason\":\"x\"}"), inspector);
  }

  private static JsonNode json(String text) {
    return MAPPER.createObjectNode().put("reason", text);
  }

  private static Evidence evidence(double score) {
    return new Evidence(Attack.SSTI, score, "t", List.of(), 0, 1, "{{…}}");
  }
}
