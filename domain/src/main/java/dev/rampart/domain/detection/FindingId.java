package dev.rampart.domain.detection;

/**
 * Names one finding: made from the detector, the subject and the half hour in which the activity
 * began, so whoever finds the same thing again finds it under the same name.
 */
public record FindingId(String text) {
  /** Longest id, in characters. */
  public static final int LENGTH_MAX = 64;

  public FindingId {
    BoundedText.require("finding id", text, LENGTH_MAX);
  }

  static FindingId of(String detector, Subject subject, long firstHalfHour) {
    return new FindingId(
        StableId.of(detector, subject.kind().name(), subject.name(), Long.toString(firstHalfHour)));
  }
}
