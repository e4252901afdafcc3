package dev.rampart.domain.port.in;

import dev.rampart.domain.submission.Content;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.Version;

/** An owner replaces the content of a submission. */
public interface AmendSubmission {
  Result amend(Command command);

  /** Who asks for what; {@code seen} is the version that the caller read last. */
  record Command(Owner caller, SubmissionId id, Content content, Version seen) {}

  sealed interface Result {
    record Amended(Submission submission) implements Result {}

    /** No such submission, or another owner's: a caller cannot tell which. */
    record NotFound() implements Result {}

    /** It changed since it was seen. */
    record Stale() implements Result {}

    /** It is reviewed or withdrawn. */
    record Closed() implements Result {}
  }
}
