package dev.rampart.domain.detection;

/** The strongest answer that one detection point can support. */
public enum ResponseTier {
  NONE,
  NOTIFY,
  CHALLENGE,
  BLOCK
}
