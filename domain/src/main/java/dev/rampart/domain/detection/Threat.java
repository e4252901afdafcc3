package dev.rampart.domain.detection;

import java.time.Instant;

/**
 * News of a finding, as it is told outside.
 *
 * @param version counts the news of one finding, from 1; the same version is the same news
 * @param at when the finding came to be this way
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
