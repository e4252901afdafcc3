package dev.rampart.domain.detection;

import java.util.Locale;

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
  DOMAIN,
  /** What the API needs and gets no answer from. Nobody is suspected: it is never in a signal. */
  DEPENDENCY;

  /** Returns the name in problems, logs and events. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
