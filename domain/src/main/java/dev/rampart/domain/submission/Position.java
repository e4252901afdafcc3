package dev.rampart.domain.submission;

import java.time.Instant;
import java.util.Comparator;

/** A position in a list of submissions: newest first, equal times by id. */
public record Position(Instant receivedAt, SubmissionId id) {
  /** Orders from the newest to the oldest. */
  public static final Comparator<Position> NEWEST_FIRST =
      Comparator.comparing(Position::receivedAt)
          .thenComparing(position -> position.id().value())
          .reversed();

  /** Returns the position of a submission. */
  public static Position of(Submission submission) {
    return new Position(submission.record().receivedAt(), submission.record().id());
  }
}
