package dev.rampart.domain.port.in;

import dev.rampart.domain.common.AllowedVersions;
import dev.rampart.domain.submission.Decision;
import dev.rampart.domain.submission.Reviewer;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionId;

/** A reviewer accepts or rejects a submission, whoever owns it. */
public interface ReviewSubmission {
  Result review(Command command);

  /**
   * Who decides what, why, and on which versions.
   *
   * @param reason within the limits of {@link dev.rampart.domain.submission.Review}
   */
  record Command(
      Reviewer caller,
      SubmissionId id,
      Decision decision,
      String reason,
      AllowedVersions versions) {}

  /** What became of the review; if several apply, it is the first of this list. */
  sealed interface Result {
    record Reviewed(Submission submission) implements Result {}

    record NotFound() implements Result {}

    /** The precondition does not allow the current version. */
    record PreconditionFailed() implements Result {}

    /** It is reviewed already, or withdrawn. */
    record Closed() implements Result {}

    /** Somebody else changed it between the read and the write. */
    record Conflict() implements Result {}
  }
}
