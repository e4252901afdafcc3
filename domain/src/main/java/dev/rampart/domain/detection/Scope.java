package dev.rampart.domain.detection;

/** What kind of thing a finding is about. */
public enum Scope {
  IP,
  PRINCIPAL,
  CLIENT,
  API_KEY,
  /** One rule or path class, whoever trips it. */
  SIGNATURE,
  GLOBAL
}
