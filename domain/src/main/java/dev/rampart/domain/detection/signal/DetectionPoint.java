package dev.rampart.domain.detection.signal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The catalogue of detection points: one row for each place that can report something.
 *
 * <p>A row says which gate reports it, of which kind its signals are, and the references into the
 * OWASP API Security Top 10 of 2023 and MITRE ATT&amp;CK. A point is never renamed: its name
 * crosses the bus.
 */
public enum DetectionPoint {
  WAF_RULE(Gate.WAF, SignalKind.WAF_BLOCK, "API8", "T1190"),
  WAF_RATE(Gate.WAF, SignalKind.WAF_BLOCK, "API4", "T1499"),
  WAF_CHALLENGE_FAILED(Gate.WAF, SignalKind.WAF_BLOCK, "API8", "T1190"),
  WAF_COUNT_MATCH(Gate.WAF, SignalKind.WAF_BLOCK, "API8", "T1190"),

  INJECTION_SQL(Gate.INSPECTION, SignalKind.INJECTION, "", "T1190"),
  INJECTION_XSS(Gate.INSPECTION, SignalKind.INJECTION, "", "T1190"),
  INJECTION_CMD(Gate.INSPECTION, SignalKind.INJECTION, "", "T1190"),
  INJECTION_PATH(Gate.INSPECTION, SignalKind.INJECTION, "", "T1190"),
  INJECTION_NOSQL(Gate.INSPECTION, SignalKind.INJECTION, "", "T1190"),
  INJECTION_LDAP(Gate.INSPECTION, SignalKind.INJECTION, "", "T1190"),
  INJECTION_SSTI(Gate.INSPECTION, SignalKind.INJECTION, "", "T1190"),
  INJECTION_JNDI(Gate.INSPECTION, SignalKind.INJECTION, "", "T1190"),
  INJECTION_XXE(Gate.INSPECTION, SignalKind.INJECTION, "", "T1190"),
  INJECTION_SSRF(Gate.INSPECTION, SignalKind.INJECTION, "API7", "T1190"),
  INJECTION_OTHER(Gate.INSPECTION, SignalKind.INJECTION, "", "T1190"),

  /** A failed sign-in; the resource is the account. */
  AUTH_FAIL(Gate.TOKEN, SignalKind.AUTH_FAIL, "API2", "T1110"),

  TOKEN_INVALID(Gate.TOKEN, SignalKind.TOKEN_INVALID, "API2", "T1550.001"),
  TOKEN_EXPIRED(Gate.TOKEN, SignalKind.TOKEN_INVALID, "API2", "T1550.001"),
  /** Wrong algorithm, unknown key or broken signature: never the result of mere expiry. */
  TOKEN_FORGED(Gate.TOKEN, SignalKind.TOKEN_INVALID, "API2", "T1550.001"),
  API_KEY_UNKNOWN(Gate.PLAN, SignalKind.TOKEN_INVALID, "API4", "T1499"),

  SCOPE_DENIED(Gate.TOKEN, SignalKind.AUTHZ_DENY, "API5", "T1595"),
  OBJECT_FORBIDDEN(Gate.DOMAIN, SignalKind.AUTHZ_DENY, "API1", "T1595"),

  OBJECT_NOT_FOUND(Gate.DOMAIN, SignalKind.NOT_FOUND, "API1", "T1595.003"),
  ROUTE_UNKNOWN(Gate.EDGE, SignalKind.NOT_FOUND, "API9", "T1595.003"),
  /** A path that only a scanner asks for; the rule of the evidence is its class. */
  SENSITIVE_PATH(Gate.EDGE, SignalKind.NOT_FOUND, "API9", "T1595.003"),
  HONEY_RESOURCE(Gate.EDGE, SignalKind.NOT_FOUND, "API9", "T1595.003"),

  SCHEMA_VIOLATION(Gate.SCHEMA, SignalKind.VALIDATION, "API8", "T1595.002"),
  METHOD_UNKNOWN(Gate.EDGE, SignalKind.VALIDATION, "API8", "T1595.002"),
  BODY_TOO_LARGE(Gate.EDGE, SignalKind.VALIDATION, "API8", "T1595.002"),
  /** A member that the operation does not know. */
  MASS_ASSIGNMENT(Gate.SCHEMA, SignalKind.VALIDATION, "API3", "T1595.002"),

  THROTTLED(Gate.PLAN, SignalKind.THROTTLE, "API4", "T1499"),
  QUOTA_EXCEEDED(Gate.PLAN, SignalKind.THROTTLE, "API4", "T1499"),

  /** A sign-in that went well; the resource is the account, the principal its user. */
  AUTH_OK(Gate.TOKEN, SignalKind.COUNTER_EVIDENCE, "", ""),
  OBJECT_OK(Gate.DOMAIN, SignalKind.COUNTER_EVIDENCE, "", "");

  private static final Map<String, DetectionPoint> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Enum::name, point -> point));

  private final Gate gate;
  private final SignalKind kind;
  private final String owasp;
  private final String technique;

  DetectionPoint(Gate gate, SignalKind kind, String owasp, String technique) {
    this.gate = gate;
    this.kind = kind;
    this.owasp = owasp;
    this.technique = technique;
  }

  /** Returns the point of that name; empty if there is none. */
  public static Optional<DetectionPoint> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Returns the gate that reports this point first; a later gate may report it too. */
  public Gate gate() {
    return gate;
  }

  /** Returns the kind of its signals. */
  public SignalKind kind() {
    return kind;
  }

  /**
   * Returns entries of the OWASP API Security Top 10 2023, such as {@code API2:2023}; may be empty.
   */
  public List<String> owasp() {
    return owasp.isEmpty() ? List.of() : List.of(owasp + ":2023");
  }

  /** Returns techniques of MITRE ATT&amp;CK, such as {@code T1110.004}; may be empty. */
  public List<String> techniques() {
    return technique.isEmpty() ? List.of() : List.of(technique);
  }
}
