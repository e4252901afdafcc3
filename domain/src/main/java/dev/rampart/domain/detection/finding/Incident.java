package dev.rampart.domain.detection.finding;

import java.time.Duration;
import java.time.Instant;

/**
 * The life of what one detector finds about one subject: it is opened, gets a new version when it
 * gets worse or goes on, and after a silence the next finding opens another one.
 *
 * @param id the id of the finding that opened it
 * @param severity the highest so far
 * @param lastSeen when the newest signal of its newest version was observed
 * @param version counts its changes, from 1
 */
public record Incident(FindingId id, Severity severity, Instant lastSeen, long version) {
  /** After so long without a signal, the next finding about a subject is a new one. */
  public static final Duration CLOSED_AFTER = Duration.ofHours(2);

  /** After so long, a finding that did not get worse is told again. */
  public static final Duration UPDATE_INTERVAL = Duration.ofMinutes(15);

  /** Returns the incident that a finding opens. */
  public static Incident open(FindingId id, Severity severity, Instant seen) {
    return new Incident(id, severity, seen, 1);
  }

  /** Returns whether it is over by the time that a signal is observed. */
  public boolean isOver(Instant seen) {
    return lastSeen.isBefore(seen.minus(CLOSED_AFTER));
  }

  /** Returns whether a finding of that severity, seen then, is a change that has to be told. */
  public boolean isChangedBy(Severity found, Instant seen) {
    return found.compareTo(severity) > 0 || lastSeen.isBefore(seen.minus(UPDATE_INTERVAL));
  }

  /** Returns the incident after a change. */
  public Incident changedBy(Severity found, Instant seen) {
    return new Incident(
        id,
        found.compareTo(severity) > 0 ? found : severity,
        seen.isAfter(lastSeen) ? seen : lastSeen,
        version + 1);
  }
}
