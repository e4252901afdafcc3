package dev.rampart.adapter.in.apigateway;

/**
 * The catalogue of problem types: every refusal of this function is one of these. Clients rely on
 * the names, so an entry may be added but never renamed; {@code docs/problems.md} lists them.
 */
enum Problem {
  NO_SUCH_ROUTE(404, Gate.EDGE, "no-such-route", "There is no such route"),
  TOKEN_REFUSED(401, Gate.TOKEN, "token-refused", "The access token is not good for this API"),
  INSUFFICIENT_SCOPE(
      403, Gate.TOKEN, "insufficient-scope", "The access token lacks the scope of this operation"),
  NOT_ACCEPTABLE(406, Gate.INPUT, "not-acceptable", "The answer cannot take the form asked for"),
  CONTENT_TOO_LARGE(413, Gate.INPUT, "content-too-large", "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(
      415, Gate.INPUT, "unsupported-media-type", "The body has the wrong media type"),
  MALFORMED_JSON(400, Gate.INPUT, "malformed-json", "The body is not well-formed JSON"),
  INVALID_INPUT(400, Gate.INPUT, "invalid-input", "The body breaks the rules of the resource"),
  INVALID_QUERY(400, Gate.INPUT, "invalid-query", "The query has a fault"),
  INVALID_CURSOR(400, Gate.INPUT, "invalid-cursor", "The cursor is not good for this list"),
  INVALID_PRECONDITION(
      400, Gate.INPUT, "invalid-precondition", "The precondition is not a list of entity tags"),
  IDEMPOTENCY_KEY_MISSING(
      400, Gate.INPUT, "idempotency-key-missing", "The header Idempotency-Key is required"),
  IDEMPOTENCY_KEY_INVALID(
      400, Gate.INPUT, "idempotency-key-invalid", "The header Idempotency-Key has a fault"),
  INJECTION_SUSPECTED(
      422, Gate.INSPECTION, "injection-suspected", "A value looks like an injection"),
  NOT_FOUND(404, Gate.DOMAIN, "not-found", "There is no such submission"),
  WRONG_STATE(409, Gate.DOMAIN, "wrong-state", "The submission's state does not allow this"),
  STALE_VERSION(412, Gate.DOMAIN, "stale-version", "The submission has changed since it was read"),
  PRECONDITION_REQUIRED(
      428, Gate.DOMAIN, "precondition-required", "The header If-Match is required"),
  IDEMPOTENCY_KEY_REUSED(
      422, Gate.DOMAIN, "idempotency-key-reused", "The key was used for another request"),
  INTERNAL(500, Gate.DOMAIN, "internal", "Something went wrong on our side"),
  UNAVAILABLE(503, Gate.DEPENDENCY, "unavailable", "A part that this API needs does not answer");

  private static final String URN = "urn:rampart:problem:";

  private final int status;
  private final Gate gate;
  private final String name;
  private final String title;

  Problem(int status, Gate gate, String name, String title) {
    this.status = status;
    this.gate = gate;
    this.name = name;
    this.title = title;
  }

  int status() {
    return status;
  }

  /** The gate that refuses with this problem. */
  Gate gate() {
    return gate;
  }

  /** The last part of {@link #type}. */
  String shortName() {
    return name;
  }

  /** The member {@code type}. */
  String type() {
    return URN + name;
  }

  String title() {
    return title;
  }

  /** The refusal with this problem; {@code detail} says how to do better. */
  Refusal because(String detail) {
    return Refusal.of(this, detail);
  }
}
