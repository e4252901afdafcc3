package dev.rampart.domain.detection.finding;

import dev.rampart.domain.common.BoundedText;
import dev.rampart.domain.common.StableId;
import dev.rampart.domain.detection.signal.Subject;
import java.time.Instant;

/**
 * The id of a finding. It is derived from the detector, the subject and the half hour in which the
 * activity began, so the same finding always has the same id.
 */
public record FindingId(String text) {
  /** Longest id, in characters. */
  public static final int LENGTH_MAX = 64;

  public FindingId {
    BoundedText.require("finding id", text, LENGTH_MAX);
  }

  /** Returns the id of what a detector finds in activity that began in that half hour. */
  public static FindingId of(DetectorKind detector, Subject subject, long firstHalfHour) {
    return new FindingId(
        StableId.of(
            detector.name(), subject.kind().name(), subject.name(), Long.toString(firstHalfHour)));
  }

  /** Returns another id for the same activity, after a finding about it ended at that time. */
  FindingId after(Instant ended) {
    return new FindingId(StableId.of(text, ended.toString()));
  }
}
