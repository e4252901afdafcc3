package dev.rampart.domain.detection.finding;

import java.time.Instant;

/**
 * A new or changed finding, as it is published.
 *
 * @param version counts the changes of one finding, from 1; the same version is the same change
 * @param at when the finding changed
 */
public record Threat(Change change, Finding finding, long version, Instant at) {
  /** What happened to the finding. */
  public enum Change {
    DETECTED,
    UPDATED,
    RESOLVED
  }

  public Threat {
    if (version < 1) {
      throw new IllegalArgumentException("versions start at 1");
    }
  }
}
