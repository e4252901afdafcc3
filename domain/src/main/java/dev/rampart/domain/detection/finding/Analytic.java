package dev.rampart.domain.detection.finding;

/** How a detector concludes. */
public enum Analytic {
  /** A fixed rule about single signals. */
  RULE,
  /** What a subject does over time. */
  BEHAVIORAL,
  /** What differs from what is usual. */
  STATISTICAL
}
