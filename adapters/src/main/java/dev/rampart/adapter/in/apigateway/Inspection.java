package dev.rampart.adapter.in.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.detection.DetectionPoint;
import dev.rampart.domain.detection.Excerpt;
import dev.rampart.domain.detection.SignalEvidence;
import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.inspection.Verdict;
import java.util.ArrayList;

/** The second ring against injection: every text of a body, judged by what its field holds. */
final class Inspection {

  private static final String CODE = "injection-suspected";

  /** Below this share of what a field refuses, honest prose is found too: no word about it. */
  private static final double REPORTED_SHARE = 0.7;

  private Inspection() {}

  /** Refuses a body with a value beyond its field's threshold; a near miss is only reported. */
  static Checked<Body> of(BodySchema schema, JsonNode json, Inspector inspector) {
    var faults = new ArrayList<Fault>();
    var suspicions = new ArrayList<Suspicion>();
    for (var text : schema.texts(json)) {
      var verdict = inspector.inspect(text.kind(), text.value());
      if (verdict.score() < REPORTED_SHARE * text.kind().refusedFrom()) {
        continue;
      }
      suspicions.add(suspicion(verdict, schema.place(text.pointer())));
      if (verdict.refusedIn(text.kind())) {
        faults.add(new Fault(text.pointer(), CODE, detail(verdict)));
      }
    }
    return faults.isEmpty()
        ? Checked.good(new Body(json, suspicions))
        : Checked.bad(
            Problem.INJECTION_SUSPECTED
                .because("Say what errors points at in another way; nothing was stored.")
                .with(faults)
                .suspecting(suspicions));
  }

  /** Tells the class, not the rule: whoever attacks should not learn what gave it away. */
  private static String detail(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Unjudged(var limit) -> "It cannot be judged: " + limit.reason() + ".";
      case Verdict.Suspect(var evidence) ->
          "It looks like " + evidence.getFirst().attack().title() + ".";
      case Verdict.Clean() -> throw new IllegalStateException("a clean value is not refused");
    };
  }

  private static Suspicion suspicion(Verdict verdict, String place) {
    var attack = verdict.attack().orElse(Attack.OTHER);
    var excerpt =
        verdict instanceof Verdict.Suspect(var evidence) ? evidence.getFirst().excerpt() : "";
    return new Suspicion(
        point(attack),
        SignalEvidence.injection(place, attack.wireName(), verdict.score(), new Excerpt(excerpt)));
  }

  private static DetectionPoint point(Attack attack) {
    return switch (attack) {
      case SQLI -> DetectionPoint.INJECTION_SQL;
      case XSS -> DetectionPoint.INJECTION_XSS;
      case CMDI -> DetectionPoint.INJECTION_CMD;
      case PATH -> DetectionPoint.INJECTION_PATH;
      case NOSQL -> DetectionPoint.INJECTION_NOSQL;
      case LDAP -> DetectionPoint.INJECTION_LDAP;
      case SSTI -> DetectionPoint.INJECTION_SSTI;
      case JNDI -> DetectionPoint.INJECTION_JNDI;
      case XXE -> DetectionPoint.INJECTION_XXE;
      case SSRF -> DetectionPoint.INJECTION_SSRF;
      case OTHER -> DetectionPoint.INJECTION_OTHER;
    };
  }
}
