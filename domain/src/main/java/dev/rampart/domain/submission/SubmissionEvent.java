package dev.rampart.domain.submission;

import java.time.Instant;

/** Something that happened to a submission. Holds no text of its owner or reviewer. */
public sealed interface SubmissionEvent {

  /** Returns the submission as it is after the event. */
  Subject subject();

  /** Returns the event's name: the same for every delivery, as there is one event a version. */
  default String id() {
    return subject().id().value() + ":" + subject().version().value();
  }

  /** What every event says of its submission. */
  record Subject(SubmissionId id, Owner owner, Category category, Version version, Instant at) {

    /** Describes a submission at its last change. */
    public static Subject of(Submission submission) {
      Filing filing = submission.filing();
      return new Subject(
          filing.id(),
          filing.owner(),
          filing.content().category(),
          filing.version(),
          filing.updatedAt());
    }
  }

  record Received(Subject subject) implements SubmissionEvent {}

  record Amended(Subject subject) implements SubmissionEvent {}

  record Reviewed(Subject subject, Decision decision, Reviewer reviewer)
      implements SubmissionEvent {}

  record Withdrawn(Subject subject) implements SubmissionEvent {}
}
