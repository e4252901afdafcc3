package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.Incident;

/**
 * Keeps at most one open finding for each detector and subject, and which of its versions were
 * published.
 */
public interface FindingStore {
  /**
   * Opens the finding, or updates the one that is open.
   *
   * <p>One is open unless {@link Incident#CLOSED_AFTER} has passed since it was last seen. An open
   * finding gets a new version if the severity rose, or if {@link Incident#UPDATE_INTERVAL} has
   * passed since its last version, in event time; else it stays as it is.
   *
   * @throws PortUnavailable if the store does not answer
   */
  PublicationState openOrUpdate(Finding finding);

  /**
   * Marks a version as published.
   *
   * @throws PortUnavailable if the store does not answer; the version may be published again
   */
  void markPublished(Finding finding, PublicationState state);

  /**
   * Which versions of an open finding there are, and which were published.
   *
   * @param id the name that it was opened with
   * @param version its newest version, from 1
   * @param publishedVersion the newest version that was published, 0 if none was
   */
  record PublicationState(FindingId id, long version, long publishedVersion) {
    /** Returns whether there is a version that was not published. */
    public boolean needsPublishing() {
      return version > publishedVersion;
    }
  }
}
