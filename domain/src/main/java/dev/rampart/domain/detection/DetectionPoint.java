package dev.rampart.domain.detection;

import static dev.rampart.domain.detection.DistinctKey.CALLER;
import static dev.rampart.domain.detection.DistinctKey.CLASS_AND_FIELD;
import static dev.rampart.domain.detection.DistinctKey.FIELD_AND_RULE;
import static dev.rampart.domain.detection.DistinctKey.RESOURCE;
import static dev.rampart.domain.detection.DistinctKey.RULE_AND_ROUTE;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The catalogue of detection points: one row for each place that can report something.
 *
 * <p>A row says which gate reports it, what it is summed under, how much one occurrence weighs (in
 * thousandths), what makes two occurrences distinct, the strongest response it can support, and the
 * references into the OWASP API Security Top 10 of 2023 and MITRE ATT&amp;CK. A point is never
 * renamed: its name crosses the bus.
 */
public enum DetectionPoint {
  WAF_RULE(Gate.WAF, SignalKind.WAF_BLOCK, 5_000, RULE_AND_ROUTE, "API8", "T1190"),
  WAF_RATE(Gate.WAF, SignalKind.WAF_BLOCK, 300, RULE_AND_ROUTE, "API4", "T1499"),
  WAF_CHALLENGE_FAILED(Gate.WAF, SignalKind.WAF_BLOCK, 1_000, RULE_AND_ROUTE, "API8", "T1190"),
  WAF_COUNT_MATCH(Gate.WAF, SignalKind.WAF_BLOCK, 1_000, RULE_AND_ROUTE, "API8", "T1190"),

  INJECTION_SQL(Gate.INSPECTION, SignalKind.INJECTION, 6_000, CLASS_AND_FIELD, "", "T1190"),
  INJECTION_XSS(Gate.INSPECTION, SignalKind.INJECTION, 6_000, CLASS_AND_FIELD, "", "T1190"),
  INJECTION_CMD(Gate.INSPECTION, SignalKind.INJECTION, 6_000, CLASS_AND_FIELD, "", "T1190"),
  INJECTION_PATH(Gate.INSPECTION, SignalKind.INJECTION, 6_000, CLASS_AND_FIELD, "", "T1190"),
  INJECTION_NOSQL(Gate.INSPECTION, SignalKind.INJECTION, 6_000, CLASS_AND_FIELD, "", "T1190"),
  INJECTION_LDAP(Gate.INSPECTION, SignalKind.INJECTION, 6_000, CLASS_AND_FIELD, "", "T1190"),
  INJECTION_SSTI(Gate.INSPECTION, SignalKind.INJECTION, 6_000, CLASS_AND_FIELD, "", "T1190"),
  INJECTION_JNDI(Gate.INSPECTION, SignalKind.INJECTION, 6_000, CLASS_AND_FIELD, "", "T1190"),
  INJECTION_XXE(Gate.INSPECTION, SignalKind.INJECTION, 6_000, CLASS_AND_FIELD, "", "T1190"),
  INJECTION_SSRF(Gate.INSPECTION, SignalKind.INJECTION, 6_000, CLASS_AND_FIELD, "API7", "T1190"),
  INJECTION_OTHER(Gate.INSPECTION, SignalKind.INJECTION, 6_000, CLASS_AND_FIELD, "", "T1190"),

  /** A failed sign-in; the resource is the account. */
  AUTH_FAIL(Gate.TOKEN, SignalKind.AUTH_FAIL, 1_600, RESOURCE, "API2", "T1110"),

  TOKEN_INVALID(Gate.TOKEN, SignalKind.TOKEN_INVALID, 2_000, CALLER, "API2", "T1550.001"),
  TOKEN_EXPIRED(Gate.TOKEN, SignalKind.TOKEN_INVALID, 500, CALLER, "API2", "T1550.001"),
  /** Wrong algorithm, unknown key or broken signature: never the result of mere expiry. */
  TOKEN_FORGED(Gate.TOKEN, SignalKind.TOKEN_INVALID, 5_000, CALLER, "API2", "T1550.001"),
  API_KEY_UNKNOWN(Gate.PLAN, SignalKind.TOKEN_INVALID, 2_000, CALLER, "API4", "T1499"),

  SCOPE_DENIED(Gate.TOKEN, SignalKind.AUTHZ_DENY, 2_000, RESOURCE, "API5", "T1595"),
  OBJECT_FORBIDDEN(Gate.DOMAIN, SignalKind.AUTHZ_DENY, 2_000, RESOURCE, "API1", "T1595"),

  OBJECT_NOT_FOUND(Gate.DOMAIN, SignalKind.NOT_FOUND, 1_000, RESOURCE, "API1", "T1595.003"),
  ROUTE_UNKNOWN(Gate.EDGE, SignalKind.NOT_FOUND, 1_000, RESOURCE, "API9", "T1595.003"),
  /** A path that only a scanner asks for; the rule of the evidence is its class. */
  SENSITIVE_PATH(Gate.EDGE, SignalKind.NOT_FOUND, 4_000, RESOURCE, "API9", "T1595.003"),
  HONEY_RESOURCE(Gate.EDGE, SignalKind.NOT_FOUND, 16_000, RESOURCE, "API9", "T1595.003"),

  SCHEMA_VIOLATION(Gate.SCHEMA, SignalKind.VALIDATION, 1_200, FIELD_AND_RULE, "API8", "T1595.002"),
  METHOD_UNKNOWN(Gate.EDGE, SignalKind.VALIDATION, 1_000, FIELD_AND_RULE, "API8", "T1595.002"),
  BODY_TOO_LARGE(Gate.EDGE, SignalKind.VALIDATION, 1_000, FIELD_AND_RULE, "API8", "T1595.002"),
  /** A member that the operation does not know. */
  MASS_ASSIGNMENT(Gate.SCHEMA, SignalKind.VALIDATION, 2_000, FIELD_AND_RULE, "API3", "T1595.002"),

  THROTTLED(Gate.PLAN, SignalKind.THROTTLE, 300, CALLER, "API4", "T1499"),
  QUOTA_EXCEEDED(Gate.PLAN, SignalKind.THROTTLE, 300, CALLER, "API4", "T1499"),

  AUTH_OK(Gate.TOKEN, SignalKind.COUNTER_EVIDENCE, 0, RESOURCE, "", ""),
  OBJECT_OK(Gate.DOMAIN, SignalKind.COUNTER_EVIDENCE, 0, RESOURCE, "", "");

  /** Half-life of the sum that answers a burst. */
  public static final Duration HALF_LIFE_FAST = Duration.ofMinutes(4);

  /** Half-life of the sum that answers a patient source. */
  public static final Duration HALF_LIFE_SLOW = Duration.ofHours(6);

  private static final Map<String, DetectionPoint> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Enum::name, point -> point));

  private final Gate gate;
  private final SignalKind kind;
  private final int weightMilli;
  private final DistinctKey distinctKey;
  private final String owasp;
  private final String technique;

  DetectionPoint(
      Gate gate,
      SignalKind kind,
      int weightMilli,
      DistinctKey distinctKey,
      String owasp,
      String technique) {
    this.gate = gate;
    this.kind = kind;
    this.weightMilli = weightMilli;
    this.distinctKey = distinctKey;
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

  public SignalKind kind() {
    return kind;
  }

  /**
   * Returns the weight of one occurrence, in thousandths; for an injection, the score scales it.
   */
  public int weightMilli() {
    return weightMilli;
  }

  public DistinctKey distinctKey() {
    return distinctKey;
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

  /** Returns the strongest response that this point can support. */
  public ResponseTier tier() {
    return switch (kind) {
      case WAF_BLOCK, INJECTION -> ResponseTier.BLOCK;
      case AUTH_FAIL, TOKEN_INVALID, NOT_FOUND, AUTHZ_DENY -> ResponseTier.CHALLENGE;
      case VALIDATION, THROTTLE -> ResponseTier.NOTIFY;
      case COUNTER_EVIDENCE -> ResponseTier.NONE;
    };
  }
}
