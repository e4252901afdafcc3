package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.Finding;
import dev.rampart.domain.detection.FindingId;

/** Keeps at most one open finding for each detector and subject, and what was told about it. */
public interface FindingStore {
  /**
   * Opens the finding, or notes it on the one that is open.
   *
   * <p>One is open unless {@link Finding#SILENCE} has passed since it was last seen. An open
   * finding gets a new version where the severity rose or where {@link Finding#QUIET} has passed
   * since its last version, in event time; else it stays as it is.
   *
   * @throws PortUnavailable where the store does not answer
   */
  Standing keep(Finding finding);

  /**
   * Notes that a version was told.
   *
   * @throws PortUnavailable where the store does not answer; the version may be told again
   */
  void told(Finding finding, Standing standing);

  /**
   * How an open finding stands.
   *
   * @param id the name that it was opened with
   * @param version its newest version, from 1
   * @param toldVersion the newest version that was told, 0 for none
   */
  record Standing(FindingId id, long version, long toldVersion) {
    /** Says whether there is something to tell. */
    public boolean owed() {
      return version > toldVersion;
    }
  }
}
