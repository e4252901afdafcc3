package dev.rampart.adapter.in.apigateway.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.FieldError;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.adapter.in.apigateway.http.Suspicion;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.Evidence;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.inspection.Limit;
import dev.rampart.domain.inspection.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Inspects every text of a body for injection, judged by what its field holds. */
final class BodyInspection {

  private static final String CODE = "injection-suspected";

  /** Below this share of a field's threshold honest prose is found too: it is not reported. */
  private static final double REPORTED_SHARE = 0.7;

  private BodyInspection() {}

  /**
   * Returns what is to be reported: values near the threshold of their field.
   *
   * @throws RefusedRequest if a value reaches the threshold of its field or cannot be judged
   */
  static List<Suspicion> of(BodySchema schema, JsonNode json, Inspector inspector) {
    List<FieldError> errors = new ArrayList<>();
    List<Suspicion> suspicions = new ArrayList<>();
    for (TextField text : schema.texts(json)) {
      Verdict verdict = inspector.inspect(text.kind(), text.value());
      if (verdict.score() < REPORTED_SHARE * text.kind().refusedFrom()) {
        continue;
      }
      suspicions.add(suspicion(verdict, schema.knownPart(text.pointer())));
      if (verdict.refusedIn(text.kind())) {
        errors.add(new FieldError(text.pointer(), CODE, detail(verdict)));
      }
    }
    if (!errors.isEmpty()) {
      throw new RefusedRequest(
          CommonProblem.INJECTION_SUSPECTED
              .because("Reword the values that errors lists. Nothing was stored.")
              .with(errors)
              .suspecting(suspicions));
    }
    return suspicions;
  }

  /** Tells the class, not the rule: an attacker should not learn what gave the attack away. */
  private static String detail(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Unjudged(Limit limit) -> "It cannot be judged: " + limit.reason() + ".";
      case Verdict.Suspect(List<Evidence> evidence) ->
          "It looks like " + evidence.getFirst().attack().title() + ".";
      case Verdict.Clean() -> throw new IllegalStateException("a clean value is not refused");
    };
  }

  private static Suspicion suspicion(Verdict verdict, String field) {
    return new Suspicion(
        DetectionPoint.of(verdict.attack().orElse(Attack.OTHER)),
        SignalEvidence.injection(field, verdict));
  }
}
