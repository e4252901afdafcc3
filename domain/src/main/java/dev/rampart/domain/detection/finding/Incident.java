package dev.rampart.domain.detection.finding;

import java.time.Duration;
import java.time.Instant;

/**
 * The life of what one detector finds about one subject: it is opened, gets a new version when it
 * gets worse or goes on, and after a silence the next finding opens another one.
 *
 * @param id the id of the finding that opened it
 * @param severity the highest so far
 * @param lastSeen when the newest signal of its newest version was observed: what goes on without
 *     getting worse is seen so much later than this as {@link #UPDATE_INTERVAL} says
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

  /**
   * Returns the incident that a finding opens after this one is over. If its activity began before
   * this one ended, it would have the same id: then the id says when it went on, too.
   *
   * @param activityStart when the activity of that finding began
   */
  public Incident followedBy(
      FindingId found, Instant activityStart, Severity severity, Instant seen) {
    FindingId next = activityStart.isAfter(lastSeen) ? found : found.after(lastSeen);
    return open(next, severity, seen);
  }

  /** Returns whether it is over by the time that a signal is observed. */
  public boolean isOver(Instant seen) {
    return lastSeen.isBefore(seen.minus(CLOSED_AFTER));
  }

  /** Returns whether a finding of that severity, seen then, is a change that has to be told. */
  public boolean isChangedBy(Severity found, Instant seen) {
    return isWorsenedBy(found) || lastSeen.isBefore(seen.minus(UPDATE_INTERVAL));
  }

  /** Returns whether a severity is higher than any so far. */
  public boolean isWorsenedBy(Severity found) {
    return found.compareTo(severity) > 0;
  }

  /** Returns the incident after a change. */
  public Incident changedBy(Severity found, Instant seen) {
    return new Incident(
        id,
        isWorsenedBy(found) ? found : severity,
        seen.isAfter(lastSeen) ? seen : lastSeen,
        version + 1);
  }

  /** Returns the same version of it, going on at that time. */
  Incident seenAt(Instant seen) {
    return new Incident(id, severity, seen, version);
  }

  /** Returns the same incident as a new version. */
  Incident nextVersion() {
    return new Incident(id, severity, lastSeen, version + 1);
  }
}
