package dev.rampart.adapter.in.apigateway.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.adapter.in.apigateway.http.Suspicion;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.Evidence;
import dev.rampart.domain.inspection.FieldKind;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.inspection.Limit;
import dev.rampart.domain.inspection.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The thresholds between a clean value, one that is reported and one that is refused. */
final class BodyInspectionTest {

  private static final BodySchema SCHEMA =
      BodySchema.load(BodyInspectionTest.class, "note.schema.json");

  @Test
  void a_hint_that_honest_prose_gives_too_is_no_signal() {
    assertThat(inspect(suspect(0.6))).isEmpty();
  }

  @Test
  void a_weak_suspicion_is_let_through_and_reported() {
    assertThat(inspect(suspect(0.9)))
        .isNotEmpty()
        .allMatch(suspicion -> suspicion.point() == DetectionPoint.INJECTION_SSTI);
  }

  @Test
  void at_the_threshold_of_its_field_a_value_is_refused() {
    assertThatExceptionOfType(RefusedRequest.class)
        .isThrownBy(() -> inspect(suspect(1)))
        .satisfies(
            refused ->
                assertThat(refused.refusal().problem().shortName())
                    .isEqualTo("injection-suspected"));
  }

  @Test
  void what_cannot_be_judged_is_refused() {
    assertThatExceptionOfType(RefusedRequest.class)
        .isThrownBy(() -> inspect(new Verdict.Unjudged(Limit.ENCODING)));
  }

  @Test
  void clean_values_leave_no_trace() {
    assertThat(inspect(new Verdict.Clean())).isEmpty();
  }

  private static List<Suspicion> inspect(Verdict verdict) {
    Inspector inspector = (_, _) -> verdict;
    return BodyInspection.of(
        SCHEMA, JsonNodeFactory.instance.objectNode().put("text", "x"), inspector);
  }

  /** Returns a verdict with this share of what the field refuses. */
  private static Verdict suspect(double share) {
    double score = share * FieldKind.PROSE.refusedFrom();
    return new Verdict.Suspect(
        List.of(new Evidence(Attack.SSTI, score, "t", List.of(), 0, 1, "{{…}}")));
  }
}
