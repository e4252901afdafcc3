package dev.rampart.domain.detection.signal;

/** The kinds of signals that are summed together. */
public enum SignalKind {
  WAF_BLOCK("waf_block"),
  INJECTION("injection"),
  AUTH_FAIL("auth_fail"),
  TOKEN_INVALID("token_invalid"),
  AUTHZ_DENY("authz_deny"),
  NOT_FOUND("not_found"),
  VALIDATION("validation"),
  THROTTLE("throttle"),
  /** Evidence in favour of a source: something went as it should. */
  COUNTER_EVIDENCE("counter_evidence");

  private final String wireName;

  SignalKind(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in events and metrics. */
  public String wireName() {
    return wireName;
  }
}
