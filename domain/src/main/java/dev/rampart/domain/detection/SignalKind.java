package dev.rampart.domain.detection;

import java.util.Locale;

/** What signals are summed under. */
public enum SignalKind {
  WAF_BLOCK,
  INJECTION,
  AUTH_FAIL,
  TOKEN_INVALID,
  AUTHZ_DENY,
  NOT_FOUND,
  VALIDATION,
  THROTTLE,
  /** Speaks for a source: something that went as it should. */
  COUNTER_EVIDENCE;

  /** Returns the name in events and metrics. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
