package dev.rampart.domain.port.in;

import dev.rampart.domain.common.AllowedVersions;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionId;

/** An owner withdraws a submission; safe to repeat. */
public interface WithdrawSubmission {
  Result withdraw(Command command);

  /** Who withdraws what, and which versions the withdrawal may replace. */
  record Command(Owner caller, SubmissionId id, AllowedVersions versions) {}

  /** What became of the withdrawal; if several apply, it is the first of this list. */
  sealed interface Result {
    /** Withdrawn, now or before. */
    record Withdrawn(Submission submission) implements Result {}

    /** No such submission, or another owner's: a caller cannot tell which. */
    record NotFound() implements Result {}

    /** The precondition does not allow the current version. */
    record PreconditionFailed() implements Result {}

    /** It is reviewed. */
    record Closed() implements Result {}

    /** Somebody else changed it between the read and the write. */
    record Conflict() implements Result {}
  }
}
