package dev.rampart.domain.submission;

import java.time.Instant;

/** Something that happened to a submission, without any text of its owner or reviewer. */
public sealed interface SubmissionEvent {

  /** Returns the submission as it is after the event. */
  Snapshot snapshot();

  /**
   * Returns the id of the event: the same for every delivery, as there is one event for each
   * version.
   */
  default String id() {
    return snapshot().id().value() + ":" + snapshot().version().value();
  }

  /** What every event says of its submission, as it is after the event. */
  record Snapshot(SubmissionId id, Owner owner, Category category, Version version, Instant at) {

    /** Describes a submission at its last change. */
    public static Snapshot of(Submission submission) {
      SubmissionRecord record = submission.record();
      return new Snapshot(
          record.id(),
          record.owner(),
          record.content().category(),
          record.version(),
          record.updatedAt());
    }
  }

  record Received(Snapshot snapshot) implements SubmissionEvent {}

  record Amended(Snapshot snapshot) implements SubmissionEvent {}

  record Reviewed(Snapshot snapshot, Decision decision, Reviewer reviewer)
      implements SubmissionEvent {}

  record Withdrawn(Snapshot snapshot) implements SubmissionEvent {}
}
