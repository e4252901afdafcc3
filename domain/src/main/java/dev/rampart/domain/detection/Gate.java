package dev.rampart.domain.detection;

/** The gates that a request passes, in order; each can refuse it. */
public enum Gate {
  /** Framing, and paths or methods that do not exist. */
  EDGE,
  WAF,
  TOKEN,
  PLAN,
  SCHEMA,
  INPUT,
  INSPECTION,
  DOMAIN
}
