package dev.rampart.domain.detection.trail;

/** The logs that gates write, the one that knows most of a refusal first. */
public enum GateLog {
  /** Of the functions that answer requests: every request that reached one. */
  FUNCTION,
  /** Of the web ACL: what one of its rules matched. */
  FIREWALL,
  /** Of the gateway: every request, and why the gateway refused it. */
  ACCESS,
  /** Of the user pool: sign-ins, which are no requests to the API. */
  SIGN_IN
}
