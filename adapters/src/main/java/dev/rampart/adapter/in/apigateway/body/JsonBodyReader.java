package dev.rampart.adapter.in.apigateway.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.FieldError;
import dev.rampart.adapter.in.apigateway.http.MediaType;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Refusal;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.adapter.in.apigateway.http.Suspicion;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.inspection.Inspector;
import java.util.List;

/** Decodes, validates and inspects the bodies of one endpoint. */
public record JsonBodyReader(String mediaType, BodySchema schema, Inspector inspector) {

  /** The largest body that is read. */
  public static final int BYTES_MAX = 64 * 1024;

  private static final String UNKNOWN_MEMBER = "unknown-member";

  /**
   * Returns the body of a request.
   *
   * @throws RefusedRequest if one of the checks refuses it
   */
  public JsonBody read(ProxyEvent event) {
    if (event.body().length > BYTES_MAX) {
      throw new RefusedRequest(
          CommonProblem.CONTENT_TOO_LARGE
              .because("The body must have at most " + BYTES_MAX + " bytes.")
              .suspecting(Suspicion.of(DetectionPoint.BODY_TOO_LARGE)));
    }
    MediaType.check(event, mediaType);
    JsonNode json = NormalForm.of(StrictJson.read(event.body()));
    List<FieldError> errors = schema.errors(json);
    if (!errors.isEmpty()) {
      throw new RefusedRequest(invalid(errors));
    }
    return new JsonBody(json, BodyInspection.of(schema, json, inspector));
  }

  /** Returns the refusal of a body with these faults. */
  public Refusal invalid(List<FieldError> errors) {
    FieldError worst =
        errors.stream()
            .filter(error -> error.code().equals(UNKNOWN_MEMBER))
            .findFirst()
            .orElse(errors.getFirst());
    DetectionPoint point =
        worst.code().equals(UNKNOWN_MEMBER)
            ? DetectionPoint.MASS_ASSIGNMENT
            : DetectionPoint.SCHEMA_VIOLATION;
    return CommonProblem.INVALID_INPUT
        .because("Correct the values that errors lists, and send the request again.")
        .with(errors)
        .suspecting(
            new Suspicion(
                point, SignalEvidence.violation(schema.knownPart(worst.pointer()), worst.code())));
  }
}
