package dev.rampart.domain.detection.finding;

/** How sure the findings of a detector are: how seldom honest clients do what it finds. */
public enum Confidence {
  /** An honest client can do so on a bad day; a person decides. */
  LOW,
  /** Honest clients do so rarely. */
  MEDIUM,
  /** Hardly anything honest explains it. */
  HIGH
}
