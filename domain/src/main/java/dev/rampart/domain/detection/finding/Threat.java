package dev.rampart.domain.detection.finding;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A new or changed finding, as it is published.
 *
 * @param version counts the changes of one finding, from 1; the same version is the same change
 * @param at when the finding changed
 * @param resolution why it is closed; empty while it is open
 * @param notificationsLeft if people are to be notified: of how many more in the same hour
 */
public record Threat(
    Change change,
    Finding finding,
    long version,
    Instant at,
    Optional<Resolution> resolution,
    OptionalInt notificationsLeft) {
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
