package dev.rampart.domain.detection;

import java.util.Locale;

/** The kinds of signals that are summed together. */
public enum SignalKind {
  WAF_BLOCK,
  INJECTION,
  AUTH_FAIL,
  TOKEN_INVALID,
  AUTHZ_DENY,
  NOT_FOUND,
  VALIDATION,
  THROTTLE,
  /** Evidence in favour of a source: something went as it should. */
  COUNTER_EVIDENCE;

  /** Returns the name in events and metrics. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
