package dev.rampart.adapter.in.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.detection.DetectionPoint;
import dev.rampart.domain.detection.SignalEvidence;
import dev.rampart.domain.inspection.Inspector;
import java.util.List;

/**
 * A body that passed every check of its form.
 *
 * @param json in normalisation form C
 * @param suspicions what the inspector saw but did not refuse
 */
record Body(JsonNode json, List<Suspicion> suspicions) {

  /** The largest body that is read. */
  static final int BYTES_MAX = 64 * 1024;

  /** Decodes, checks and inspects the body of a request; every step may refuse it. */
  static Checked<Body> read(
      ProxyEvent event, String mediaType, BodySchema schema, Inspector inspector) {
    if (event.body().length > BYTES_MAX) {
      return Checked.bad(
          Problem.CONTENT_TOO_LARGE
              .because("A body has at most " + BYTES_MAX + " bytes.")
              .suspecting(Suspicion.of(DetectionPoint.BODY_TOO_LARGE)));
    }
    var refused = MediaType.refuse(event, mediaType);
    if (refused.isPresent()) {
      return Checked.bad(refused.get());
    }
    return StrictJson.read(event.body())
        .then(NormalForm::of)
        .then(json -> check(json, schema))
        .then(json -> Inspection.of(schema, json, inspector));
  }

  private static Checked<JsonNode> check(JsonNode json, BodySchema schema) {
    var faults = schema.faults(json);
    return faults.isEmpty() ? Checked.good(json) : Checked.bad(invalid(faults, schema));
  }

  /** The refusal of a body with these faults. */
  static Refusal invalid(List<Fault> faults, BodySchema schema) {
    var worst =
        faults.stream()
            .filter(fault -> fault.code().equals("unknown-member"))
            .findFirst()
            .orElse(faults.getFirst());
    var point =
        worst.code().equals("unknown-member")
            ? DetectionPoint.MASS_ASSIGNMENT
            : DetectionPoint.SCHEMA_VIOLATION;
    return Problem.INVALID_INPUT
        .because("Correct what errors lists, and send the request again.")
        .with(faults)
        .suspecting(
            new Suspicion(
                point, SignalEvidence.violation(schema.place(worst.pointer()), worst.code())));
  }
}
