package dev.rampart.domain.detection.signal;

/** The kinds of signals that are summed together. */
public enum SignalKind {
  WAF_BLOCK("waf_block", 'w', 5, false),
  INJECTION("injection", 'i', 6, false),
  /** A path or a resource that only a scanner asks for. */
  PROBE("probe", 'p', 4, false),
  AUTH_FAIL("auth_fail", 'f', 1.6, false),
  TOKEN_INVALID("token_invalid", 't', 2, false),
  AUTHZ_DENY("authz_deny", 'd', 2, false),
  /** An object that does not exist, or that is another owner's. */
  NOT_FOUND("not_found", 'n', 1, false),
  ROUTE_UNKNOWN("route_unknown", 'r', 1, false),
  VALIDATION("validation", 'v', 1.2, false),
  THROTTLE("throttle", 'h', 0.3, false),
  /** In favour of a source: a sign-in that went well. */
  AUTH_OK("auth_ok", 'a', 1, true),
  /** In favour of a source: an object of its own. */
  OBJECT_OK("object_ok", 'o', 1, true);

  private final String wireName;
  private final char letter;
  private final double weight;
  private final boolean counterEvidence;

  SignalKind(String wireName, char letter, double weight, boolean counterEvidence) {
    this.wireName = wireName;
    this.letter = letter;
    this.weight = weight;
    this.counterEvidence = counterEvidence;
  }

  /** Returns the name in events and metrics. */
  public String wireName() {
    return wireName;
  }

  /** Returns the letter that stands for this kind in the names of what is stored; never reused. */
  public char letter() {
    return letter;
  }

  /** Returns the weight of most points of this kind; a signal of that weight counts as one. */
  public double weight() {
    return weight;
  }

  /** Returns whether honest clients hardly ever cause such signals. */
  public boolean isHostile() {
    return isAttack() || this == PROBE;
  }

  /** Returns whether a gate took the request for an attack by what was in it. */
  public boolean isAttack() {
    return this == WAF_BLOCK || this == INJECTION;
  }

  /** Returns whether signals of this kind speak for a source, and so are not suspicious. */
  public boolean isCounterEvidence() {
    return counterEvidence;
  }
}
