package dev.rampart.domain.detection;

/** The strongest response that a detection point can support. */
public enum ResponseTier {
  NONE,
  NOTIFY,
  CHALLENGE,
  BLOCK
}
