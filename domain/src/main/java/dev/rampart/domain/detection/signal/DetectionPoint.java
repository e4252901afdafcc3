package dev.rampart.domain.detection.signal;

import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.inspection.Attack;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The catalogue of detection points: one row for each place that can report something.
 *
 * <p>A row says which gate reports it, of which kind its signals are, how much one weighs, what
 * makes two of them different, and the references into the OWASP API Security Top 10 of 2023 and
 * MITRE ATT&amp;CK. A point is never renamed: its name crosses the bus.
 */
public enum DetectionPoint {
  WAF_RULE("wr", Gate.WAF, SignalKind.WAF_BLOCK, 5, Target.RULE_AND_RESOURCE, "API8", "T1190"),
  /** A rule matched what a page of another site had a browser send. */
  WAF_CROSS_SITE(
      "wx", Gate.WAF, SignalKind.WAF_BLOCK, 5, Target.RULE_AND_RESOURCE, "API8", "T1190"),
  WAF_RATE("wt", Gate.WAF, SignalKind.THROTTLE, 0.3, Target.RESOURCE, "API4", "T1499"),
  WAF_CHALLENGE_FAILED(
      "wc", Gate.WAF, SignalKind.WAF_BLOCK, 1, Target.RULE_AND_RESOURCE, "API8", "T1190"),
  WAF_COUNT_MATCH(
      "wm", Gate.WAF, SignalKind.WAF_BLOCK, 1, Target.RULE_AND_RESOURCE, "API8", "T1190"),

  INJECTION_SQL(
      "is", Gate.INSPECTION, SignalKind.INJECTION, 6, Target.CLASS_FIELD_AND_SHAPE, "", "T1190"),
  INJECTION_XSS(
      "ix", Gate.INSPECTION, SignalKind.INJECTION, 6, Target.CLASS_FIELD_AND_SHAPE, "", "T1190"),
  INJECTION_CMD(
      "ic", Gate.INSPECTION, SignalKind.INJECTION, 6, Target.CLASS_FIELD_AND_SHAPE, "", "T1190"),
  INJECTION_PATH(
      "ip", Gate.INSPECTION, SignalKind.INJECTION, 6, Target.CLASS_FIELD_AND_SHAPE, "", "T1190"),
  INJECTION_NOSQL(
      "in", Gate.INSPECTION, SignalKind.INJECTION, 6, Target.CLASS_FIELD_AND_SHAPE, "", "T1190"),
  INJECTION_LDAP(
      "il", Gate.INSPECTION, SignalKind.INJECTION, 6, Target.CLASS_FIELD_AND_SHAPE, "", "T1190"),
  INJECTION_SSTI(
      "it", Gate.INSPECTION, SignalKind.INJECTION, 6, Target.CLASS_FIELD_AND_SHAPE, "", "T1190"),
  INJECTION_JNDI(
      "ij", Gate.INSPECTION, SignalKind.INJECTION, 6, Target.CLASS_FIELD_AND_SHAPE, "", "T1190"),
  INJECTION_XXE(
      "ie", Gate.INSPECTION, SignalKind.INJECTION, 6, Target.CLASS_FIELD_AND_SHAPE, "", "T1190"),
  INJECTION_SSRF(
      "ir",
      Gate.INSPECTION,
      SignalKind.INJECTION,
      6,
      Target.CLASS_FIELD_AND_SHAPE,
      "API7",
      "T1190"),
  INJECTION_OTHER(
      "io", Gate.INSPECTION, SignalKind.INJECTION, 6, Target.CLASS_FIELD_AND_SHAPE, "", "T1190"),

  /** A failed sign-in; the resource is the account. */
  AUTH_FAIL("af", Gate.TOKEN, SignalKind.AUTH_FAIL, 1.6, Target.RESOURCE, "API2", "T1110"),

  TOKEN_INVALID(
      "ti", Gate.TOKEN, SignalKind.TOKEN_INVALID, 2, Target.CREDENTIAL, "API2", "T1550.001"),
  TOKEN_EXPIRED(
      "te", Gate.TOKEN, SignalKind.TOKEN_INVALID, 0.5, Target.CREDENTIAL, "API2", "T1550.001"),
  /** Wrong algorithm, unknown key or broken signature: never the result of mere expiry. */
  TOKEN_FORGED(
      "tf", Gate.TOKEN, SignalKind.TOKEN_INVALID, 5, Target.CREDENTIAL, "API2", "T1550.001"),
  API_KEY_UNKNOWN("ku", Gate.PLAN, SignalKind.TOKEN_INVALID, 2, Target.CREDENTIAL, "API4", "T1499"),

  SCOPE_DENIED("sd", Gate.TOKEN, SignalKind.AUTHZ_DENY, 2, Target.RESOURCE, "API5", "T1595"),
  OBJECT_FORBIDDEN("of", Gate.DOMAIN, SignalKind.AUTHZ_DENY, 2, Target.RESOURCE, "API1", "T1595"),

  OBJECT_NOT_FOUND(
      "on", Gate.DOMAIN, SignalKind.NOT_FOUND, 1, Target.RESOURCE, "API1", "T1595.003"),
  ROUTE_UNKNOWN("ru", Gate.EDGE, SignalKind.ROUTE_UNKNOWN, 1, Target.RESOURCE, "API9", "T1595.003"),
  /** A path that only a scanner asks for; the rule of the evidence is its class. */
  SENSITIVE_PATH(
      "sp", Gate.EDGE, SignalKind.PROBE, 4, Target.RULE_AND_RESOURCE, "API9", "T1595.003"),
  /** Bait that an operator planted, and a gate of his reports. */
  HONEY_RESOURCE("hr", Gate.EDGE, SignalKind.PROBE, 16, Target.RESOURCE, "API9", "T1595.003"),

  SCHEMA_VIOLATION(
      "sv", Gate.SCHEMA, SignalKind.VALIDATION, 1.2, Target.FIELD_AND_RULE, "API8", "T1595.002"),
  METHOD_UNKNOWN("mu", Gate.EDGE, SignalKind.VALIDATION, 1, Target.RESOURCE, "API8", "T1595.002"),
  BODY_TOO_LARGE("bl", Gate.EDGE, SignalKind.VALIDATION, 1, Target.RESOURCE, "API8", "T1595.002"),
  /** A member that the operation does not know. */
  MASS_ASSIGNMENT(
      "ma", Gate.SCHEMA, SignalKind.VALIDATION, 2, Target.FIELD_AND_RULE, "API3", "T1595.002"),

  THROTTLED("th", Gate.PLAN, SignalKind.THROTTLE, 0.3, Target.CREDENTIAL, "API4", "T1499"),
  QUOTA_EXCEEDED("qe", Gate.PLAN, SignalKind.THROTTLE, 0.3, Target.CREDENTIAL, "API4", "T1499"),

  /** A sign-in that went well; the resource is the account, the principal its user. */
  AUTH_OK("ao", Gate.TOKEN, SignalKind.AUTH_OK, 1, Target.RESOURCE, "", ""),
  OBJECT_OK("oo", Gate.DOMAIN, SignalKind.OBJECT_OK, 1, Target.RESOURCE, "", "");

  private static final Map<String, DetectionPoint> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Enum::name, point -> point));

  private final String code;
  private final Gate gate;
  private final SignalKind kind;
  private final double weight;
  private final Target target;
  private final String owasp;
  private final String technique;

  DetectionPoint(
      String code,
      Gate gate,
      SignalKind kind,
      double weight,
      Target target,
      String owasp,
      String technique) {
    this.code = code;
    this.gate = gate;
    this.kind = kind;
    this.weight = weight;
    this.target = target;
    this.owasp = owasp;
    this.technique = technique;
  }

  /** Returns the point of what the inspector found. */
  public static DetectionPoint of(Attack attack) {
    return switch (attack) {
      case SQLI -> INJECTION_SQL;
      case XSS -> INJECTION_XSS;
      case CMDI -> INJECTION_CMD;
      case PATH -> INJECTION_PATH;
      case NOSQL -> INJECTION_NOSQL;
      case LDAP -> INJECTION_LDAP;
      case SSTI -> INJECTION_SSTI;
      case JNDI -> INJECTION_JNDI;
      case XXE -> INJECTION_XXE;
      case SSRF -> INJECTION_SSRF;
      case OTHER -> INJECTION_OTHER;
    };
  }

  /** Returns the point of that name; empty if there is none. */
  public static Optional<DetectionPoint> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Returns the two letters that stand for it in what is stored; never reused. */
  public String code() {
    return code;
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
   * Returns how much one signal for a target of its own adds to the score of a subject, 0.3 to 16;
   * of counter-evidence it is 1, and no part of a score.
   */
  public double weight() {
    return weight;
  }

  /** Returns the hash of what a signal of this point was after; equal targets have the same. */
  long targetHash(Signal signal, KeyedHash hash) {
    return target.hash(signal, hash);
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
