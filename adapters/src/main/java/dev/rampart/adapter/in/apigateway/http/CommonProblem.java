package dev.rampart.adapter.in.apigateway.http;

import dev.rampart.domain.detection.signal.Gate;

/** The problems that a request to any API function can meet. */
public final class CommonProblem {
  public static final Problem NO_SUCH_ROUTE =
      new Problem(404, Gate.EDGE, "no-such-route", "There is no such route");

  public static final Problem TOKEN_REFUSED =
      new Problem(401, Gate.TOKEN, "token-refused", "The access token is not valid for this API");

  public static final Problem INSUFFICIENT_SCOPE =
      new Problem(
          403,
          Gate.TOKEN,
          "insufficient-scope",
          "The access token lacks the scope of this operation");

  public static final Problem QUOTA_EXCEEDED =
      Problem.registered(429, Gate.PLAN, "quota-exceeded", "Too many requests");

  public static final Problem NOT_ACCEPTABLE =
      new Problem(406, Gate.INPUT, "not-acceptable", "No acceptable media type is available");

  public static final Problem CONTENT_TOO_LARGE =
      new Problem(413, Gate.INPUT, "content-too-large", "The body is too large");

  public static final Problem UNSUPPORTED_MEDIA_TYPE =
      new Problem(415, Gate.INPUT, "unsupported-media-type", "The body has the wrong media type");

  public static final Problem MALFORMED_JSON =
      new Problem(400, Gate.INPUT, "malformed-json", "The body is not well-formed JSON");

  public static final Problem INVALID_INPUT =
      new Problem(400, Gate.INPUT, "invalid-input", "The body is not valid");

  public static final Problem INVALID_QUERY =
      new Problem(400, Gate.INPUT, "invalid-query", "The query is not valid");

  public static final Problem INVALID_CURSOR =
      new Problem(400, Gate.INPUT, "invalid-cursor", "The cursor is not valid for this list");

  public static final Problem INVALID_PRECONDITION =
      new Problem(
          400, Gate.INPUT, "invalid-precondition", "The precondition is not a list of entity tags");

  public static final Problem IDEMPOTENCY_KEY_MISSING =
      new Problem(
          400, Gate.INPUT, "idempotency-key-missing", "The header Idempotency-Key is required");

  public static final Problem IDEMPOTENCY_KEY_INVALID =
      new Problem(
          400, Gate.INPUT, "idempotency-key-invalid", "The header Idempotency-Key is not valid");

  public static final Problem INJECTION_SUSPECTED =
      new Problem(422, Gate.INSPECTION, "injection-suspected", "A value looks like an injection");

  public static final Problem PRECONDITION_REQUIRED =
      new Problem(428, Gate.DOMAIN, "precondition-required", "The header If-Match is required");

  public static final Problem IDEMPOTENCY_KEY_REUSED =
      new Problem(
          422,
          Gate.DOMAIN,
          "idempotency-key-reused",
          "The idempotency key was used for another request");

  public static final Problem INTERNAL =
      new Problem(500, Gate.DOMAIN, "internal", "Something went wrong on our side");

  public static final Problem UNAVAILABLE =
      new Problem(
          503, Gate.DEPENDENCY, "unavailable", "A part that this API needs does not answer");

  private CommonProblem() {}
}
