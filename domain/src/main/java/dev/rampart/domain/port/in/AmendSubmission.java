package dev.rampart.domain.port.in;

import dev.rampart.domain.common.AllowedVersions;
import dev.rampart.domain.submission.ContentPatch;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionId;

/** An owner changes the content of a submission. */
public interface AmendSubmission {
  Result amend(Command command);

  /** Who changes what, and which versions the change may replace. */
  record Command(Owner caller, SubmissionId id, ContentPatch patch, AllowedVersions versions) {}

  /** What became of the change; if several apply, it is the first of this list. */
  sealed interface Result {
    record Amended(Submission submission) implements Result {}

    /** No such submission, or another owner's: a caller cannot tell which. */
    record NotFound() implements Result {}

    /** The precondition does not allow the current version. */
    record PreconditionFailed() implements Result {}

    /** The submission would have more details than it may have. */
    record TooManyDetails() implements Result {}

    /** It is reviewed or withdrawn. */
    record Closed() implements Result {}

    /** Somebody else changed it between the read and the write. */
    record Conflict() implements Result {}
  }
}
